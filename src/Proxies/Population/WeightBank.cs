using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Population;

/// <summary>
/// Initial weights on the device. A weight depends on the seed, its path and its shape alone, so networks
/// that share a path and a shape share the tensor; it is drawn once and kept, as far as there is room.
/// </summary>
internal sealed class WeightBank : IWeightSource, IDisposable
{
    // Every weight of NAS-Bench-201 is 7 MB in single precision.
    private const long Room = 16 << 20;
    private readonly Dictionary<(string Path, long Count), Tensor> _kept = [];
    private readonly WeightInit _init;
    private readonly Placement _placement;
    private long _numbers;

    /// <summary>A bank of weights drawn one way.</summary>
    public WeightBank(WeightInit init, Placement placement)
    {
        _init = init;
        _placement = placement;
    }

    /// <summary>
    /// Weight of a convolution [Out, In / Groups, Kernel, Kernel] or of a classifier [Out, In]. It belongs to
    /// the bank or, where there is no more room, to the dispose scope.
    /// </summary>
    public Tensor Weight(int member, IOperation layer) =>
        layer switch
        {
            Convolution conv => Kept(
                (conv.Path, conv.Weights),
                () => Drawn(conv.Path, conv.FanIn, conv.Out, conv.GroupIn, conv.Kernel, conv.KernelWidth)
            ),
            Classifier linear => Kept(
                (linear.Weight, (long)linear.In * linear.Out),
                () => Drawn(linear.Weight, linear.In, linear.Out, linear.In)
            ),
            _ => throw new ArgumentException($"{layer} has no weight", nameof(layer)),
        };

    /// <inheritdoc/>
    public Tensor Bias(int member, IOperation layer) =>
        layer switch
        {
            Convolution { Bias: { } path } conv => Bias(path, conv.Out, conv.FanIn),
            Classifier { Bias: { } path } linear => Bias(path, linear.Out, linear.In),
            _ => throw new ArgumentException($"{layer} has no bias", nameof(layer)),
        };

    /// <summary>None: at initialisation batch norm neither scales nor shifts.</summary>
    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) => null;

    /// <summary>None, likewise.</summary>
    public Tensor? Channels(int member, IOperation operation) => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _kept.Values)
        {
            tensor.Dispose();
        }

        _kept.Clear();
    }

    private Tensor Bias(string path, int count, int fanIn) =>
        Kept((path, count), () => _placement.Tensor(_init.Bias(path, count, fanIn), count));

    // On a GPU it is drawn there: drawing it here and sending it takes many times as long.
    private Tensor Drawn(string path, int fanIn, params long[] shape)
    {
        var count = shape.Aggregate((a, b) => a * b);
        using var scope = torch.NewDisposeScope();
        var drawn =
            _placement.Device.type == DeviceType.CUDA
                ? _init.WeightsOn(_placement.Device, path, count, fanIn)
                : null;
        var weights = drawn is null
            ? _placement.Tensor(_init.Weights(path, count, fanIn), shape)
            : drawn.to(_placement.DType).reshape(shape);
        return (shape.Length == 4 ? Placement.Laid(weights) : weights).MoveToOuterDisposeScope();
    }

    private Tensor Kept((string Path, long Count) key, Func<Tensor> draw)
    {
        if (_kept.TryGetValue(key, out var tensor))
        {
            return tensor;
        }

        tensor = draw();
        if (_numbers + key.Count <= Room)
        {
            _numbers += key.Count;
            _kept[key] = tensor.DetachFromDisposeScope();
        }

        return tensor;
    }
}
