using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// The sum of SNIP's terms with their signs, Σ w ∂L/∂w.
/// </summary>
internal sealed class Plain : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "plain",
            Title = "signed saliency",
            Formula = "Σ W · ∂L/∂W",
            Paper = Papers.ZeroCostNas,
            Reference = "SamsungLabs/zero-cost-nas, plain",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared)",
            Notes =
                "A small difference of large numbers: in single precision only its size relative to snip "
                + "is known. Its correlation with accuracy is negative in practice; "
                + "the published direction is kept.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [LossGradients.OfWeights];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(
            Numbers
                .Of(
                    evidence
                        .Get(LossGradients.OfWeights)
                        .Layers.Select(layer => layer.Tap.Weight.detach().mul(layer.Weight).sum())
                )
                .Sum()
        );
}
