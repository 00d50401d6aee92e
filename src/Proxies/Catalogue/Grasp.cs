using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How removing weights would change the gradient norm, −wᵀ H g over all weights of convolutions and
/// classifier.
/// </summary>
internal sealed class Grasp : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "grasp",
            Title = "preservation of gradient flow (GraSP)",
            Formula = "−Σ W · (H g), g = ∂L/∂W, H = Hessian of L",
            Paper = Papers.Grasp,
            Reference = "SamsungLabs/zero-cost-nas, grasp",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "the loss gradient and one forward pass of second-order numbers (about six plain ones)",
            Notes = "Signed, with the minus sign of zero-cost-nas; its sign varies with the architecture.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Curvature.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(-evidence.Get(Curvature.Need).WeightsHessianGradient);
}
