using System.Globalization;
using ZcBench.Reports.Aggregates;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>Correlation of the additive family das_w against its weight: what balance of WOT's atoms ranks best.</summary>
public sealed class DasSweepTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 120;

    /// <inheritdoc/>
    IEnumerable<ReportTable> IAnalysisTable.Of(RunAnalysis analysis) => Of(analysis.Run) is { } table ? [table] : [];

    /// <summary>Builds the table; null when the run lacks one of the two atoms.</summary>
    public static ReportTable? Of(ScoredRun run)
    {
        if (run.Column("das_units") is not { } units || run.Column("das_distinct") is not { } distinct)
        {
            return null;
        }

        var whole = run.Whole();
        var rows = DasWeighted.Weights.Select(weight =>
        {
            var sample = whole.Sample(DasWeighted.Column(units, distinct, weight));
            return (IReadOnlyList<string>)
            [
                weight.ToString("0.0", CultureInfo.InvariantCulture), Reading(weight),
                Cells.Number(new Spearman().Compute(sample)), Cells.Number(new KendallTauB().Compute(sample)),
            ];
        });
        var caption = $"das_w = (1 − w) · log N_A + w · log|det K̂|/N against {run.Manifest.Target} accuracy, "
            + $"n = {run.Architectures.Count.ToString(CultureInfo.InvariantCulture)}. w = 0.5 ranks exactly like WOT. "
            + "das_w is undefined, and ranked worst, wherever das_distinct is, at w = 0 too.";
        return new(
            "das_w", caption,
            [new("w"), new("meaning", IsNumber: false), new("Spearman ρ", Best: Best.Highest), new("Kendall τ-b", Best: Best.Highest)], [.. rows]);
    }

    private static string Reading(double weight) => weight switch
    {
        0 => "das_units alone",
        0.5 => "WOT",
        1 => "das_distinct alone",
        _ => "",
    };
}
