using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Sum over layers of the Euclidean norm of the loss gradient, Σ ‖∂L/∂W‖₂.
/// </summary>
internal sealed class GradNorm : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "grad_norm",
            Title = "norm of the loss gradient",
            Formula = "Σ_layers ‖∂L/∂W‖₂, L = mean cross-entropy of one minibatch",
            Paper = Papers.ZeroCostNas,
            Reference = "SamsungLabs/zero-cost-nas, grad_norm",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared with snip, plain, fisher)",
            Notes =
                "A sum of the layers' norms, not the norm of the whole gradient that other suites call "
                + "by this name. Biases and batch norm do not count.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [LossGradients.OfWeights];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(
            Numbers
                .Of(evidence.Get(LossGradients.OfWeights).Layers.Select(layer => layer.Weight.norm()))
                .Sum()
        );
}
