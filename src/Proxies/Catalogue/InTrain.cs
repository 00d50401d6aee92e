using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// In how many directions layers vary, times how evenly gradients are spread, over the depth.
/// </summary>
internal sealed class InTrain : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "intrain",
            Title = "intrinsic trainability (InTrain), convolutions",
            Formula =
                "γ (1 + o) / log(L + 1), γ = Σ_layers log((tr C)² / ‖C‖_F²), "
                + "o = Σ_parameters min(1, sd(g) / (max|g| + 10⁻¹⁰))",
            Paper = Papers.InTrain,
            Reference = "none published; definition ours, checked against two other programs",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            NeedsDouble = true,
            BatchNorm = "batch statistics",
            Layers = "outputs of convolutions and classifier, dead ones included; all parameters",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared)",
            Notes =
                "C is the covariance of channels over pixels and samples, with 10⁻¹⁰ on its diagonal: "
                + "a layer of zeros has the largest ratio there is, so dead branches are rewarded. "
                + "Parameters are weights, biases, and batch norm's scales and shifts; "
                + "sd has divisor n, with which the minimum never binds. "
                + "Gradients that vanish in exact arithmetic exceed 10⁻¹⁰ in single precision, "
                + "so it is computed in double precision, "
                + "and those below 10⁻¹² of the network's largest count as zeros. "
                + "Where a branch is zero, gradients are taken in a second pass that computes it. "
                + "Both factors grow with the number of layers. "
                + "The paper feeds Gaussian images of 64 pixels with random labels. "
                + "Which outputs are layers is open; intrain_relu takes those of the ReLUs. "
                + "Undefined when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } =
    [ActivationDimensions.Need, GradientHealth.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason
            ? Scores.Score.Undefined(reason)
            : Scores.Score.Of(
                Of(evidence.Get(ActivationDimensions.Need).OfLayers, evidence.Get(GradientHealth.Need).Parts)
            );

    /// <summary>γ (1 + o) / log(L + 1).</summary>
    /// <param name="dimensions">Participation ratios of the L layers.</param>
    /// <param name="health">The addends of o.</param>
    public static double Of(IReadOnlyList<double> dimensions, IReadOnlyList<double> health) =>
        dimensions.Sum(Math.Log) * (1 + health.Sum()) / Math.Log(dimensions.Count + 1);
}
