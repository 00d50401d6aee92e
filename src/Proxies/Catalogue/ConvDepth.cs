using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of convolutions on the longest path from the image to the logits.</summary>
internal sealed class ConvDepth : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "conv_depth",
            Title = "convolutions on the longest path",
            Formula = "max over paths from image to logits of their convolutions",
            Paper = Papers.Zcbench,
            Reference = "closed forms over the cells of NAS-Bench-201",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "convolutions",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. A cell that passes nothing on ends every path: "
                + "what comes after it does not see the image, "
                + "and what comes before it does not reach the logits.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(new LivePart(evidence.Get(Structure.Need)).Depth);
}
