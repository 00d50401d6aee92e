using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How much the loss would feel each connection, summed: Σ |w ∂L/∂w| over the weights of convolutions and
/// classifier.
/// </summary>
internal sealed class Snip : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "snip",
            Title = "saliency of connections (SNIP)",
            Formula = "Σ |W · ∂L/∂W|",
            Paper = Papers.Snip,
            Reference = "SamsungLabs/zero-cost-nas, snip",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared)",
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
                        .Layers.Select(layer => layer.Tap.Weight.detach().mul(layer.Weight).abs().sum())
                )
                .Sum()
        );
}
