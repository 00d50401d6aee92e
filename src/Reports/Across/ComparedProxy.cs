using ZcBench.Scores;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Across;

/// <summary>One proxy across search spaces.</summary>
/// <param name="Proxy">Its card.</param>
/// <param name="MeanRank">Over the blocks, 1 for the best, with its interval.</param>
/// <param name="SpaceTau">Mean τ-b over the tasks of each space.</param>
/// <param name="TaskTau">τ-b on each task, mean over runs that differ in seeds.</param>
/// <param name="Profile">On which share of the tasks it reaches a share of the ceiling.</param>
/// <param name="Gain">Against the baseline; null for the baseline itself and where there is none.</param>
/// <param name="Test">The same by mean ranks; null where <paramref name="Gain"/> is.</param>
internal sealed record ComparedProxy(
    ProxyInfo Proxy,
    Interval MeanRank,
    IReadOnlyList<double> SpaceTau,
    IReadOnlyList<double> TaskTau,
    PerformanceProfile Profile,
    Improvement? Gain,
    ControlComparison? Test
)
{
    /// <summary>Id of the proxy.</summary>
    public string Id => Proxy.Id;

    /// <summary>The mean rank itself.</summary>
    public double Rank => MeanRank.Point.Value!.Value;
}
