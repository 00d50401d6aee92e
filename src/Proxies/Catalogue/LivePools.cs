using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of average and max poolings once dead branches are removed; fewer are better.</summary>
internal sealed class LivePools : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "live_pools",
            Title = "number of poolings without dead branches, fewer are better",
            Formula = "|{live average and max poolings}|",
            Paper = Papers.Zcbench,
            Reference = "closed forms over the cells of NAS-Bench-201 and NAS-Bench-101",
            Direction = Direction.LowerIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "live poolings",
            LabelBudget = LabelBudget.TunedOnAccuracies,
            Version = 2,
            Cost = "no pass",
            Notes =
                "A counting baseline. Global pooling does not count. "
                + "That fewer are better was read off the accuracies of NAS-Bench-201: label budget 4. "
                + "Version 1 did not count max pooling, so it was 0 on NAS-Bench-101.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(new LivePart(evidence.Get(Structure.Need)).Pools);
}
