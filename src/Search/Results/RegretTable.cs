using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Reports.Tables;

namespace ZcBench.Search.Results;

/// <summary>
/// How far the methods stay behind the best of the pool, and what it takes them to come near.
/// </summary>
public static class RegretTable
{
    /// <summary>One row for each method.</summary>
    public static ReportTable Of(SearchQuality quality)
    {
        var metric = quality.Test.Targets[0].Measure;
        var level = PrintedCells.Level(quality.Bootstrap);
        return new(
            "regrets",
            Caption(quality, metric),
            [
                new("method", IsNumber: false),
                new("regret", Best: Best.Lowest),
                new(level, IsInterval: true),
                new("anytime regret", Best: Best.Lowest),
                new(level, IsInterval: true),
                new("better, %", Best: Best.Lowest),
                new("reached, %", Best: Best.Highest),
                new("queries to reach"),
                new("seconds to reach"),
            ],
            [
                .. quality.Methods.Select(method =>
                    (IReadOnlyList<string>)
                        [
                            method.Call.ToString(),
                            PrintedCells.Value(method.Regret.Point, metric),
                            PrintedCells.Span(method.Regret, metric),
                            PrintedCells.Value(method.AnytimeRegret.Point, metric),
                            PrintedCells.Span(method.AnytimeRegret, metric),
                            PrintedCells.Percent(method.Better),
                            PrintedCells.Percent(method.Reached),
                            method.QueriesToReach?.ToString("#,0.#", CultureInfo.InvariantCulture)
                                ?? PrintedCells.None,
                            method.SecondsToReach is { } seconds
                                ? PrintedCells.Whole(seconds)
                                : PrintedCells.None,
                        ]
                ),
            ]
        );
    }

    private static string Caption(SearchQuality quality, TaskMetric metric)
    {
        var reach = PrintedCells.Value(quality.Reach, metric);
        var hundredth = quality.IsUsualReach ? ", what the best hundredth of the pool has" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"How far searches stay behind the best of the pool, {PrintedCells.Value(quality.Best, metric)} "
                + $"on {quality.Test.Targets[0].Title}. Regret: that best less the test accuracy of the "
                + $"architecture that was chosen. Anytime regret: the mean over queries 1 to "
                + $"{quality.Queries} of the regret of the best by validation so far. Better: share of the "
                + $"pool that is better than what was chosen. Reached: share of repeats whose best by "
                + $"validation came to {reach}{hundredth}; queries and seconds to reach it: what all repeats "
                + $"spent until then or to their end, by the number that reached it. Means over "
                + $"{quality.Repeats} repeats, with {PrintedCells.Level(quality.Bootstrap)} intervals of "
                + $"{quality.Bootstrap.Resamples} bootstrap resamples of repeats; repeats that chose nothing "
                + $"have no regret. Pool: {quality.PoolWords}."
        );
    }
}
