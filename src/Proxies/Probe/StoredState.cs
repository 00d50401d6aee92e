using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe;

/// <summary>One network with the weights of a file, as proxies look at it.</summary>
internal sealed class StoredState : ITrainedState, IDisposable
{
    private const string NoTraining = "the weights are a file's, and how they were trained is not known";
    private readonly StoredWeights _weights;

    /// <summary>The state that a file holds.</summary>
    public StoredState(StoredNumbers numbers, Placement placement) => _weights = new(numbers, placement);

    /// <inheritdoc/>
    public IWeightSource Weights => _weights;

    /// <inheritdoc/>
    public IReadOnlyList<LearningCurve> Curves => throw new InvalidOperationException(NoTraining);

    /// <summary>0: nothing was trained here.</summary>
    public TimeSpan Time => TimeSpan.Zero;

    /// <inheritdoc/>
    public IReadOnlyList<Validation> Validate() => throw new InvalidOperationException(NoTraining);

    /// <inheritdoc/>
    public ITrainedState Only(int member) => this;

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();
}
