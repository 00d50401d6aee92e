using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// Synaptic flow of the network as it stands, batch norm included.
/// </summary>
internal sealed class SynflowBn : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "synflow_bn",
            Title = "synaptic flow with batch norm",
            Formula = "Σ |W · ∂R/∂W|, R = Σ logits of |W| on one image of ones",
            Paper = Papers.Synflow,
            Reference = "SamsungLabs/zero-cost-nas, synflow_bn",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Ones,
            Init = InitKind.Default,
            BatchNorm = "statistics of the one image",
            Layers = "weights of convolutions and classifier",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "one small double-precision pass",
            Notes =
                "Batch norm in training mode on a single image. "
                + "Undefined where that image has maps of one pixel, "
                + "and where the network ends in batch norm, whose mean over the image is constant.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [SynapticFlow.WithNorm];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        evidence.Get(SynapticFlow.WithNorm) is { Reason: { } reason }
            ? Scores.Score.Undefined(reason)
            : Scores.Score.Of(evidence.Get(SynapticFlow.WithNorm).Flow);
}
