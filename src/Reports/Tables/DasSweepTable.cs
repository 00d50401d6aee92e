using System.Globalization;
using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>
/// Correlation of the additive family das_w against its weight: what balance of WOT's atoms ranks best.
/// </summary>
internal sealed class DasSweepTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 120;

    /// <inheritdoc/>
    IEnumerable<ReportTable> IAnalysisTable.Of(RunAnalysis analysis) =>
        Of(analysis) is { } table ? [table] : [];

    /// <summary>Builds the table; null when the run lacks one of the two atoms.</summary>
    public static ReportTable? Of(RunAnalysis analysis)
    {
        if (analysis.DasSweep is not { } sweep)
        {
            return null;
        }

        var run = analysis.Run;
        var rows = sweep.Points.Select(point =>
            (IReadOnlyList<string>)
                [
                    point.Weight.ToString("0.0", CultureInfo.InvariantCulture),
                    Reading(point.Weight),
                    NumberText.Number(point.Rho.Point),
                    NumberText.Number(point.Tau),
                ]
        );
        var caption =
            $"das_w = (1 − w) · log N_A + w · log|det K̂|/N against {run.Manifest.Target.Title}, "
            + $"n = {run.Architectures.Count.ToString(CultureInfo.InvariantCulture)}. "
            + "w = 0.5 ranks exactly like WOT. das_w is undefined, and ranked worst, "
            + "wherever das_distinct is, at w = 0 too.";
        return new(
            "das_w",
            caption,
            [
                new("w"),
                new("meaning", IsNumber: false),
                new("Spearman ρ", Best: Best.Highest),
                new("Kendall τ-b", Best: Best.Highest),
            ],
            [.. rows]
        );
    }

    private static string Reading(double weight) =>
        weight switch
        {
            0 => "das_units alone",
            0.5 => "WOT",
            1 => "das_distinct alone",
            _ => "",
        };
}
