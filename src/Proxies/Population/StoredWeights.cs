using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Population;

/// <summary>The weights that a file holds for one network, on the device.</summary>
internal sealed class StoredWeights : IWeightSource, IDisposable
{
    private readonly Dictionary<string, Tensor> _kept = new(StringComparer.Ordinal);
    private readonly StoredNumbers _numbers;
    private readonly Placement _placement;

    /// <summary>The weights of a file; each is read when it is first asked for.</summary>
    public StoredWeights(StoredNumbers numbers, Placement placement) =>
        (_numbers, _placement) = (numbers, placement);

    /// <inheritdoc/>
    public Tensor Weight(int member, IOperation layer) =>
        layer switch
        {
            Convolution conv => Kept(
                conv.Path,
                numbers => _placement.Maps(numbers, conv.Out, conv.GroupIn, conv.Kernel, conv.KernelWidth)
            ),
            Classifier linear => Kept(
                linear.Weight,
                numbers => _placement.Tensor(numbers, linear.Out, linear.In)
            ),
            _ => throw new ArgumentException($"{layer} has no weight", nameof(layer)),
        };

    /// <inheritdoc/>
    public Tensor Bias(int member, IOperation layer) =>
        Row(
            layer switch
            {
                Convolution { Bias: { } path } => path,
                Classifier { Bias: { } path } => path,
                _ => throw new ArgumentException($"{layer} has no bias", nameof(layer)),
            }
        );

    /// <inheritdoc/>
    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm)
    {
        var stored = _numbers.Norms[norm.Path];
        return (Row($"{norm.Path}/scale", stored.Scale), Row($"{norm.Path}/shift", stored.Shift));
    }

    /// <inheritdoc/>
    public Tensor? Channels(int member, IOperation operation) =>
        operation switch
        {
            ChannelScale scale => Row(scale.Path),
            ChannelShift shift => Row(shift.Path),
            _ => throw new ArgumentException($"{operation} has no numbers a channel", nameof(operation)),
        };

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _kept.Values)
        {
            tensor.Dispose();
        }

        _kept.Clear();
    }

    private Tensor Row(string path) => Kept(path, numbers => _placement.Tensor(numbers, numbers.Length));

    private Tensor Row(string key, Func<float[]> read) =>
        Kept(key, read, numbers => _placement.Tensor(numbers, numbers.Length));

    private Tensor Kept(string path, Func<float[], Tensor> make) => Kept(path, _numbers.Layers[path], make);

    private Tensor Kept(string key, Func<float[]> read, Func<float[], Tensor> make)
    {
        if (!_kept.TryGetValue(key, out var tensor))
        {
            tensor = _kept[key] = make(read()).DetachFromDisposeScope();
        }

        return tensor;
    }
}
