using System.Globalization;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// What a run gives to every network, on the device: minibatches, labels, random signs and weights, each
/// made when first asked for and kept for all architectures.
/// </summary>
internal sealed class InputBank : IDisposable
{
    // The masks of NAS-Bench-201 for 16 images are 14 MB.
    private const long MaskRoom = 16 << 20;
    private readonly Dictionary<(InputKind, bool), Tensor> _images = [];
    private readonly Dictionary<bool, Tensor> _labels = [];
    private readonly Dictionary<(int Stage, string Shape), Tensor> _signs = [];
    private readonly Dictionary<InitKind, WeightBank> _weights = [];
    private readonly Dictionary<(string Path, string Shape), Tensor> _masks = [];
    private readonly Dictionary<Need, object> _kept = [];
    private long _masked;

    public InputBank(ProbeSettings settings) => Settings = settings;

    /// <summary>What is the same for every architecture, with this bank's precision.</summary>
    public ProbeSettings Settings { get; }

    public Tensor Images(InputKind kind, bool second)
    {
        if (!_images.TryGetValue((kind, second), out var images))
        {
            var image = Settings.Task.Image;
            images = _images[(kind, second)] = Settings
                .Placement.Maps(
                    Pixels(kind, second),
                    Settings.Batch.Count,
                    image.Channels,
                    image.Height,
                    image.Width
                )
                .DetachFromDisposeScope();
        }

        return images;
    }

    public Tensor Labels(bool second)
    {
        if (!_labels.TryGetValue(second, out var labels))
        {
            labels = _labels[second] = torch
                .tensor(Batch(second).Labels, device: Settings.Placement.Device)
                .DetachFromDisposeScope();
        }

        return labels;
    }

    /// <summary>
    /// +1 where the stream "seed/aznas/stage" is below one half, −1 elsewhere, in row-major order of [N, C,
    /// H, W]; int8. They depend on the seed, the stage and its shape alone.
    /// </summary>
    public Tensor Signs(int stage, long[] shape)
    {
        var key = (stage, string.Join('x', shape));
        if (!_signs.TryGetValue(key, out var signs))
        {
            var random = new CounterRandom(
                Settings.Seed,
                string.Create(CultureInfo.InvariantCulture, $"aznas/{stage}")
            );
            var values = new sbyte[shape.Aggregate(1L, (a, b) => a * b)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (sbyte)(random.Uniform(i) < 0.5 ? 1 : -1);
            }

            using var scope = torch.NewDisposeScope();
            signs = _signs[key] = Placement
                .Laid(torch.tensor(values, shape).to(Settings.Placement.Device))
                .DetachFromDisposeScope();
        }

        return signs;
    }

    /// <summary>
    /// Which numbers of a convolution's input are kept: those where the stream "seed/ncd/path" is below
    /// <paramref name="share"/>, in row-major order of [N, C, H, W]; bool. It belongs to the bank or, where
    /// there is no more room, to the dispose scope.
    /// </summary>
    public Tensor Mask(string path, long[] shape, double share)
    {
        var key = (path, string.Join('x', shape));
        if (_masks.TryGetValue(key, out var mask))
        {
            return mask;
        }

        using (var scope = torch.NewDisposeScope())
        {
            var random = new CounterRandom(Settings.Seed, $"ncd/{path}");
            mask = Placement.Laid(Below(random, shape, share)).MoveToOuterDisposeScope();
        }

        if (_masked + mask.numel() <= MaskRoom)
        {
            _masked += mask.numel();
            _masks[key] = mask.DetachFromDisposeScope();
        }

        return mask;
    }

    /// <summary>Initial weights drawn one way.</summary>
    public WeightBank Weights(InitKind init)
    {
        if (!_weights.TryGetValue(init, out var bank))
        {
            bank = _weights[init] = new(new(init, Settings.Seed), Settings.Placement);
        }

        return bank;
    }

    /// <summary>What a need makes once for all architectures.</summary>
    public T Kept<T>(Need need, Func<T> make)
        where T : class
    {
        if (!_kept.TryGetValue(need, out var kept))
        {
            kept = _kept[need] = make();
        }

        return (T)kept;
    }

    public void Dispose()
    {
        foreach (var bank in _weights.Values)
        {
            bank.Dispose();
        }

        var kept = _images.Values.Concat(_labels.Values).Concat(_signs.Values).Concat(_masks.Values);
        foreach (var tensor in kept)
        {
            tensor.Dispose();
        }
    }

    // On a GPU they are drawn there, as weights are.
    private Tensor Below(CounterRandom random, long[] shape, double share)
    {
        var count = shape.Aggregate(1L, (a, b) => a * b);
        var device = Settings.Placement.Device;
        if (device.type == DeviceType.CUDA)
        {
            return CounterTensor.Uniform(random, count, device).lt(Scalars.Of(share)).reshape(shape);
        }

        var values = new bool[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.Uniform(i) < share;
        }

        return torch.tensor(values, shape);
    }

    private Minibatch Batch(bool second) => second ? Settings.SecondBatch : Settings.Batch;

    private float[] Pixels(InputKind kind, bool second) =>
        kind switch
        {
            InputKind.Noise => Minibatch
                .Noise(Settings.Task, Settings.Batch.Count, Settings.InputSeed, second)
                .Pixels,
            InputKind.GaussianNoise => Gaussian(second ? "zen/input2" : "zen/input"),
            _ => Batch(second).Pixels,
        };

    private float[] Gaussian(string path)
    {
        var random = new CounterRandom(Settings.InputSeed, path);
        var pixels = new float[Settings.Batch.Count * Settings.Task.Image.Elements];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (float)random.Normal(i);
        }

        return pixels;
    }
}
