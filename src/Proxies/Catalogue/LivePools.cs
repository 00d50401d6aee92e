using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Number of pooling steps once dead branches are removed; fewer are better.</summary>
public sealed class LivePools : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } = new()
    {
        Id = "live_pools",
        Title = "number of poolings without dead branches, fewer are better",
        Formula = "|{live pooling steps}|",
        Paper = Papers.Zcbench,
        Reference = "closed forms over the cells of NAS-Bench-201",
        Direction = Direction.LowerIsBetter,
        Input = InputKind.None,
        Init = InitKind.None,
        BatchNorm = "none",
        Layers = "live poolings",
        LabelBudget = LabelBudget.TunedOnAccuracies,
        Version = 1,
        Cost = "no pass",
        Notes = "A counting baseline. That fewer are better was read off the accuracies of NAS-Bench-201: label budget 4.",
    };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Probe.Needs.Structure];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        Scores.Score.Of(new LivePart(evidence.Get(Probe.Needs.Structure)).Pools);
}
