using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// Training speed estimation: the sum of the losses that a training has seen.
/// </summary>
internal sealed class Tse : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "tse",
            Title = "sum of training losses (TSE)",
            Formula = "Σ_{t < T} L_t, L_t = mean cross-entropy of the minibatch of step t",
            Paper = Papers.Tse,
            Reference = "own, from the paper's definition",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "none beside the training",
            Notes =
                "Named with a length of training only: tse@50. The paper sums over the last epochs too; "
                + "this is the sum from the first step on.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Curve];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Curves.Score(evidence.Get(Learning.Curve), curve => curve.Losses.Sum());
}
