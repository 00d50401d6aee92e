using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>The sentences that every caption is made of: what, on how many of which, against what, measured how.</summary>
internal static class Captions
{
    /// <summary>Target, number and population.</summary>
    public static string About(ScoredRun run, Population population) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Manifest.Target} accuracy, n = {population.Rows.Count}: {population.Title} ({run.Table.Description.Title}).");

    /// <summary>The same over everything the run holds.</summary>
    public static string About(RunAnalysis analysis) => About(analysis.Run, analysis.Populations[0].Population);

    /// <summary>What the accuracies are and how the scores were made.</summary>
    public static string Measured(ScoredRun run)
    {
        var (protocol, table) = (run.Manifest.Protocol, run.Table.Description);
        return string.Create(CultureInfo.InvariantCulture,
            $"Accuracies: {table.Provenance}. Scores: seed {protocol.Seed}, batch {protocol.Batch}, "
            + $"input {protocol.Input}, init {protocol.Init}, {protocol.DType} on {protocol.Device}.");
    }

    /// <summary>How intervals were made.</summary>
    public static string Intervals(Bootstrap bootstrap) => bootstrap.HasIntervals
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"Intervals: percentiles of {bootstrap.Resamples} bootstrap resamples over architectures, seed {bootstrap.Seed}.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"No intervals: {bootstrap.Resamples} bootstrap resamples are too few for a {Cells.Level(bootstrap)} interval; "
            + $"it takes {Percentiles.Least(bootstrap.Level)}.");
}
