using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Search.Results;

/// <summary>All pairs of methods, compared over the repeats that they share.</summary>
public static class PairedMethodsTable
{
    /// <summary>One row for each pair; null for fewer than two methods or repeats.</summary>
    public static ReportTable? Of(SearchQuality quality)
    {
        if (quality.Pairs.Count == 0 || quality.Repeats < 2)
        {
            return null;
        }

        var metric = quality.Test.Targets[0].Measure;
        return new(
            "paired",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Mean difference in {quality.Test.Targets[0].Title} of what was chosen, first less second "
                    + $"method, paired by the seed of the repeat, over the repeats in which both chose; "
                    + $"{PrintedCells.Level(quality.Bootstrap)} intervals of "
                    + $"{quality.Bootstrap.Resamples} bootstrap resamples of repeats. p: two-sided, by "
                    + $"random flips of the differences' signs ({SignFlipTest.UsualDraws}, or all where "
                    + $"they are fewer); Holm: corrected over the {quality.Pairs.Count} pairs. "
                    + $"Pool: {quality.PoolWords}."
            ),
            [
                new("first", IsNumber: false),
                new("second", IsNumber: false),
                new("difference"),
                new(PrintedCells.Level(quality.Bootstrap), IsInterval: true),
                new("p"),
                new("Holm"),
                new("repeats"),
            ],
            [
                .. quality.Pairs.Select(pair =>
                    (IReadOnlyList<string>)
                        [
                            pair.First.ToString(),
                            pair.Second.ToString(),
                            PrintedCells.Value(pair.Difference.Point, metric, isSigned: true),
                            PrintedCells.Span(pair.Difference, metric, isSigned: true),
                            PrintedCells.P(pair.P),
                            PrintedCells.P(pair.HolmP),
                            pair.Count.ToString(CultureInfo.InvariantCulture),
                        ]
                ),
            ]
        );
    }
}
