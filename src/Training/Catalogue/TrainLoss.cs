using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// Mean loss over the steps of the epoch, as a log of a training prints it.
/// </summary>
internal sealed class TrainLoss : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "train_loss",
            Title = "training loss of the epoch",
            Formula = "mean L_t over the steps since the epoch began",
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
                "Named with a length of training only: train_loss@1epoch. "
                + "Within the first epoch it ranks like tse.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Curve];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Curves.Score(evidence.Get(Learning.Curve), curve => curve.Losses.TakeLast(curve.InEpoch).Average());
}
