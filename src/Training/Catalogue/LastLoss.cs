using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// The learning curve's last value, the loss of the last minibatch.
/// </summary>
internal sealed class LastLoss : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "last_loss",
            Title = "loss of the last training step",
            Formula = "L_{T − 1}, mean cross-entropy of the last minibatch before its step",
            Paper = Papers.LearningCurve,
            Reference = "own",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "none beside the training",
            Notes =
                "Named with a length of training only: last_loss@50. "
                + "All architectures see the same minibatch.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Curve];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Curves.Score(evidence.Get(Learning.Curve), curve => curve.Losses[^1]);
}
