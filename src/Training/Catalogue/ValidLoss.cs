using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>
/// Mean loss on images that were held back.
/// </summary>
internal sealed class ValidLoss : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "valid_loss",
            Title = "validation loss",
            Formula = "mean cross-entropy of the images held back",
            Paper = Papers.LearningCurve,
            Reference = "own",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.None,
            Init = InitKind.Default,
            BatchNorm = "running statistics",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward pass of the images held back",
            Notes =
                "Named with a length of training only: valid_loss@1epoch. "
                + "The running statistics follow by a tenth a step, "
                + "so after few steps they are far from those of the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Learning.Validation];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Scores.Score.Of(evidence.Get(Learning.Validation).Loss);
}
