using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// Accuracy on images that were held back.
/// </summary>
internal sealed class ValidAccuracy : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "valid_accuracy",
            Title = "validation accuracy",
            Formula = "share of the images held back that are classified rightly",
            Paper = Papers.LearningCurve,
            Reference = "own",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "running statistics",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward pass of the images held back",
            Notes =
                "Named with a length of training only: valid_accuracy@1epoch. "
                + "The running statistics follow by a tenth a step, "
                + "so after few steps they are far from those of the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Validation];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(Learning.Validation).Accuracy);
}
