using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>The minibatches of a run on the device, each made when first asked for and kept for all architectures.</summary>
internal sealed class InputBank : IDisposable
{
    private readonly ProbeSettings _settings;
    private readonly Dictionary<(InputKind, bool), Tensor> _images = [];
    private readonly Dictionary<bool, Tensor> _labels = [];

    public InputBank(ProbeSettings settings) => _settings = settings;

    public Tensor Images(InputKind kind, bool second)
    {
        if (!_images.TryGetValue((kind, second), out var images))
        {
            var image = _settings.Task.Image;
            images = _images[(kind, second)] = _settings.Placement
                .ChannelsLast(Pixels(kind, second), _settings.Batch.Count, image.Channels, image.Height, image.Width)
                .DetachFromDisposeScope();
        }

        return images;
    }

    public Tensor Labels(bool second)
    {
        if (!_labels.TryGetValue(second, out var labels))
        {
            labels = _labels[second] = torch
                .tensor(Batch(second).Labels, device: _settings.Placement.Device).DetachFromDisposeScope();
        }

        return labels;
    }

    public void Dispose()
    {
        foreach (var tensor in _images.Values.Concat(_labels.Values))
        {
            tensor.Dispose();
        }
    }

    private Minibatch Batch(bool second) => second ? _settings.SecondBatch : _settings.Batch;

    private float[] Pixels(InputKind kind, bool second) => kind switch
    {
        InputKind.Noise => Minibatch.Noise(_settings.Task, _settings.Batch.Count, _settings.InputSeed, second).Pixels,
        InputKind.GaussianNoise => Gaussian(second ? "zen/input2" : "zen/input"),
        _ => Batch(second).Pixels,
    };

    private float[] Gaussian(string path)
    {
        var random = new CounterRandom(_settings.InputSeed, path);
        var pixels = new float[_settings.Batch.Count * _settings.Task.Image.Elements];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (float)random.Normal(i);
        }

        return pixels;
    }
}
