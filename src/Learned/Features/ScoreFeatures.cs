using ZcBench.Reports.Runs;
using ZcBench.Statistics;

namespace ZcBench.Learned.Features;

/// <summary>
/// The scores of a run as features: of every proxy the share of architectures that it ranks below, ties
/// averaged and undefined scores at the bottom, so that no scale and no outlier matters.
/// </summary>
public static class ScoreFeatures
{
    /// <summary>Name of the set of features.</summary>
    public const string Id = "proxies";

    /// <summary>Features of the run's architectures.</summary>
    /// <param name="run">The run; its aggregates are left out, for they say nothing of their own.</param>
    public static FeatureSet Of(ScoredRun run)
    {
        var columns = run.Whole().Columns.Where(column => !column.IsAggregate).ToList();
        var ranks = columns.ConvertAll(column => Ranks.Of(column.Oriented()));
        var last = Math.Max(1.0, run.Architectures.Count - 1);
        return new(
            Id,
            columns.ConvertAll(column => column.Proxy.Id),
            [
                .. Enumerable
                    .Range(0, run.Architectures.Count)
                    .Select(row => ranks.Select(rank => (rank.Average(row) - 1) / last).ToArray()),
            ]
        );
    }
}
