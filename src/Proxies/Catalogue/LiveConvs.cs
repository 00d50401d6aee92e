using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of convolutions once dead branches are removed.</summary>
internal sealed class LiveConvs : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "live_convs",
            Title = "number of convolutions without dead branches",
            Formula = "|{live convolutions}|",
            Paper = Papers.Zcbench,
            Reference = "closed forms over the cells of NAS-Bench-201",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "live convolutions",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A counting baseline. On NAS-Bench-201 it is 15 times the live convolution edges "
                + "of the cell, and 7 for the skeleton.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(new LivePart(evidence.Get(Structure.Need)).Convolutions);
}
