using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// Mean accuracy over the steps of the epoch, as a log of a training prints it.
/// </summary>
internal sealed class TrainAccuracy : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "train_accuracy",
            Title = "training accuracy of the epoch",
            Formula = "mean share of images classified rightly over the steps since the epoch began",
            Paper = Papers.LearningCurve,
            Reference = "own",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "none beside the training",
            Notes =
                "Named with a length of training only: train_accuracy@1epoch. "
                + "Each image is judged before the step that learns from it.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Curve];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Curves.Score(
            evidence.Get(Learning.Curve),
            curve => curve.Accuracies.TakeLast(curve.InEpoch).Average()
        );
}
