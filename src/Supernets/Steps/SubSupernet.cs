using ZcBench.Supernets.Network;
using ZcBench.Training;

namespace ZcBench.Supernets.Steps;

/// <summary>
/// A weight-sharing network in training: the operations that it still holds, its weights, what decides θ,
/// and the state of both optimisers.
/// </summary>
internal sealed class SubSupernet : IDisposable
{
    /// <summary>Takes weights and architecture parameters over; both optimisers start anew.</summary>
    public SubSupernet(LiveOperations live, SupernetWeights weights, NamedTensors architecture)
        : this(live, weights, architecture, new(), new()) { }

    /// <summary>Takes everything over.</summary>
    public SubSupernet(
        LiveOperations live,
        SupernetWeights weights,
        NamedTensors architecture,
        NamedTensors momenta,
        NamedTensors moments
    )
    {
        Live = live;
        Weights = weights;
        Architecture = architecture;
        Momenta = momenta;
        Moments = moments;
    }

    /// <summary>What it still holds.</summary>
    public LiveOperations Live { get; set; }

    /// <summary>Its weights.</summary>
    public SupernetWeights Weights { get; }

    /// <summary>What decides θ: logits, or the parameters of a distribution.</summary>
    public NamedTensors Architecture { get; }

    /// <summary>Of the optimiser of the weights.</summary>
    public NamedTensors Momenta { get; }

    /// <summary>Of the optimiser of the architecture.</summary>
    public NamedTensors Moments { get; }

    /// <summary>A copy of everything with other live operations.</summary>
    public SubSupernet Child(LiveOperations live) =>
        new(live, Weights.Clone(), Architecture.Clone(), Momenta.Clone(), Moments.Clone());

    /// <inheritdoc/>
    public void Dispose()
    {
        Weights.Dispose();
        Architecture.Dispose();
        Momenta.Dispose();
        Moments.Dispose();
    }
}
