using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Statistics;

namespace ZcBench.Reports.Across;

/// <summary>Whether proxies differ at all, with blocks counted both ways.</summary>
internal static class TestsTable
{
    private const string Digits = "0.00";

    /// <summary>The table.</summary>
    public static ReportTable Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(
            "tests",
            "Tests that all proxies rank alike. χ²: Friedman's, corrected for ties; F: Iman and Davenport's. "
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"Critical differences of mean ranks at {BlockTests.Alpha}: between any two proxies "
                )
                + "(Nemenyi), and from the baseline (Bonferroni and Dunn). "
                + "Tasks of one space are not independent, so counting tasks promises too much. "
                + AcrossWords.Blocks(analysis),
            [
                new("a block is a", IsNumber: false),
                new("blocks"),
                new("proxies"),
                new("χ²"),
                new("p of χ²"),
                new("F"),
                new("p of F"),
                new("CD of pairs"),
                new("CD from baseline"),
            ],
            [
                .. analysis.Tests.Select(test =>
                    (IReadOnlyList<string>)
                        [
                            AcrossWords.Noun(test.Unit),
                            NumberText.Count(test.Friedman.Blocks),
                            NumberText.Count(test.Friedman.Methods),
                            NumberText.Number(test.Friedman.ChiSquared, Digits),
                            NumberText.P(test.Friedman.ChiSquaredP),
                            NumberText.Number(test.Friedman.F, Digits),
                            NumberText.P(test.Friedman.FP),
                            NumberText.Number(Estimate.Of(test.Nemenyi), Digits),
                            NumberText.Number(Estimate.Of(test.BonferroniDunn), Digits),
                        ]
                ),
            ]
        );
    }
}
