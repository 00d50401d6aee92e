using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How evenly the variance of each stage's features spreads over directions.
/// </summary>
internal sealed class AzExpressivity : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "az_expressivity",
            Title = "isotropy of feature maps (AZ-NAS)",
            Formula = "Σ_stages −Σ p log(p + 10⁻⁸), p = normalised eigenvalues of the channel covariance",
            Paper = Papers.AzNas,
            Reference = "cvlab-yonsei/AZ-NAS, expressivity",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "outputs of the stages",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "one forward pass and small eigenvalue problems",
            Notes =
                "Eigenvalues that rounding pushes below zero count as zero; "
                + "the reference returns minus infinity there in single precision. "
                + "Undefined when a stage is constant.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [StageSpectra.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var entropies = StageEntropy.Of(evidence.Get(StageSpectra.Need));
        return entropies is null ? Scores.Score.Undefined(StageEntropy.Constant)
            : entropies.Count == 0 ? Scores.Score.Undefined(StageEntropy.Few)
            : Scores.Score.Of(entropies.Sum());
    }
}
