using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How strongly the last feature map of a Gaussian network answers a small change of a Gaussian input.
/// </summary>
internal sealed class Zen : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "zen",
            Title = "Gaussian complexity (Zen-NAS)",
            Formula = "log mean_n Σ|h(x) − h(x + 0.01 e)| + Σ_norms log √(mean running variance)",
            Paper = Papers.Zen,
            Reference = "idstcv/ZenNAS, compute_zen_score, one repeat",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.GaussianNoise,
            Init = InitKind.StandardNormal,
            InitIsDefinition = true,
            BatchNorm = "batch statistics",
            Layers = "features before pooling, variances of batch norms",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "two forward passes",
            Notes =
                "N(0, 1) weights and inputs are its definition, so --init leaves it alone. "
                + "Running variances are those after both passes, 0.81 + 0.09 v₁ + 0.1 v₂, "
                + "as in the reference. Undefined when the features ignore the input.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Perturbation.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => ZenScore.Of(evidence.Get(Perturbation.Need));
}
