using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// The sentences that captions share. The first table of a report states the method; other tables and figures
/// say only what they show.
/// </summary>
internal static class Captions
{
    /// <summary>Target, number and population.</summary>
    public static string About(ScoredRun run, Population population) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Manifest.Target.Title}, n = {population.Rows.Count}: {population.Title}."
        );

    /// <summary>The same over everything the run holds.</summary>
    public static string About(RunAnalysis analysis) =>
        About(analysis.Run, analysis.Populations[0].Population);

    /// <summary>What the accuracies are and how the scores were made.</summary>
    public static string Measured(ScoredRun run)
    {
        var (protocol, table) = (run.Manifest.Protocol, run.Table.Description);
        var measured = string.Create(
            CultureInfo.InvariantCulture,
            $"Table: {table.Title}; {table.Accuracies} {table.Provenance}. Scores: seed {protocol.Seed}, "
                + $"batch {protocol.Batch}, input {protocol.Input}, init {protocol.Init}, "
                + $"{protocol.DType} on {protocol.Device}."
        );
        measured += run.Table.Repeats is > 0 and var repeats
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" {repeats} rows that repeat another's training are left out."
            )
            : "";
        return run.Manifest.Training is { } recipe
            ? $"{measured} Names with @: after so many steps or epochs of training ({recipe})."
            : measured;
    }

    /// <summary>How intervals were made.</summary>
    public static string Intervals(Bootstrap bootstrap) =>
        bootstrap.HasIntervals
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Intervals: percentiles of {bootstrap.Resamples} bootstrap resamples over architectures, "
                    + $"seed {bootstrap.Seed}."
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"No intervals: a {NumberText.Level(bootstrap)} interval takes at least "
                    + $"{Percentiles.Least(bootstrap.Level)} resamples (got {bootstrap.Resamples})."
            );
}
