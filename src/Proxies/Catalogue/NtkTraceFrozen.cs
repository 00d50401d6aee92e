using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Root mean square of the true per-sample gradients with batch statistics held constant.
/// </summary>
internal sealed class NtkTraceFrozen : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "ntk_trace_frozen",
            Title = "trace norm of the tangent kernel, frozen statistics",
            Formula = "√(tr J Jᵀ / N), J as for ntk_cond_frozen",
            Paper = Papers.Hnas,
            Reference = "own variant of ntk_trace, checked against one backward pass a sample",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics held constant",
            Layers = "all weights and batch norm scales",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward and one backward pass with per-sample products",
            Notes = "Sum of logits instead of the true label's, and true per-sample gradients.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleKernels.Frozen];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(Math.Sqrt(evidence.Get(SampleKernels.Frozen).MeanTrace));
}
