using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Root mean square of the per-sample parts of the true-label logit gradient.
/// </summary>
internal sealed class NtkTrace : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "ntk_trace",
            Title = "trace norm of the tangent kernel (HNAS)",
            Formula = "√(tr Θ / N), Θ = G Gᵀ, G_n from sample n's part of ∂(Σ_m f_{m, y_m})/∂θ",
            Paper = Papers.Hnas,
            Reference = "shuyao95/HNAS, ntk_trace",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier, its bias",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass with per-sample products (shared with ntk_trace_cond)",
            Notes =
                "In training mode the rows are not the true per-sample gradients: "
                + "they split one backward pass by samples. "
                + "θ are weights of convolutions and classifier and the classifier's bias, "
                + "without batch norm.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SampleKernels.OfTrueLogits];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(Math.Sqrt(evidence.Get(SampleKernels.OfTrueLogits).MeanTrace));
}
