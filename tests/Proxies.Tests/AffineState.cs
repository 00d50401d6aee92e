using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>
/// Networks as if they were trained: initial weights, with scales and shifts of batch norm.
/// </summary>
internal sealed class AffineState(double spread) : ITrainedState, IWeightSource, IDisposable
{
    private readonly WeightBank _bank = new(new WeightInit(InitKind.Default, 0), Placement.Cpu64);
    private readonly int _offset;

    private AffineState(AffineState all, double spread, int offset)
        : this(spread)
    {
        _bank.Dispose();
        (_bank, _offset) = (all._bank, offset);
    }

    public IWeightSource Weights => this;

    public IReadOnlyList<LearningCurve> Curves => [];

    public TimeSpan Time => TimeSpan.Zero;

    public IReadOnlyList<Validation> Validate() => [];

    public ITrainedState Only(int member) => new AffineState(this, spread, _offset + member);

    public Tensor Weight(int member, IOperation layer) => _bank.Weight(member, layer);

    public Tensor Bias(int member, IOperation layer) => _bank.Bias(member, layer);

    public Tensor? Channels(int member, IOperation operation) => null;

    // Each network has others.
    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) =>
        (
            Drawn($"{member + _offset}/{norm.Path}/scale", norm.Channels, 1),
            Drawn($"{member + _offset}/{norm.Path}/shift", norm.Channels, 0)
        );

    public void Dispose() => _bank.Dispose();

    private Tensor Drawn(string name, int count, double centre)
    {
        var random = new CounterRandom(0, name);
        return torch.tensor(
            Enumerable.Range(0, count).Select(i => centre + spread * (2 * random.Uniform(i) - 1)).ToArray()
        );
    }
}
