using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// The sentences that captions share. The first table of a report states the method; other tables and figures
/// say only what they show.
/// </summary>
internal static class Captions
{
    private const string Images = "images:";

    /// <summary>Target, number, population and protocol.</summary>
    public static string About(ScoredRun run, Population population) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Manifest.Target.Title}, n = {population.Rows.Count}: {population.Title}; "
                + $"{Protocol(run.Manifest)}."
        );

    /// <summary>
    /// How scores were made, in a few words: seed, minibatch and input, and what is not usual.
    /// </summary>
    public static string Protocol(RunManifest manifest)
    {
        var protocol = manifest.Protocol;
        var (size, own) = (protocol.Dataset, manifest.Target.Dataset);
        string?[] parts =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"scored {(size == own ? "" : $"on {size} ")}with seed {protocol.Seed}"
            ),
            string.Create(CultureInfo.InvariantCulture, $"batch {protocol.Batch}, input {Input(protocol)}"),
            protocol.Init == "published" ? null : $"init {protocol.Init}",
            protocol is { DType: "float32", Device: "cpu" } ? null : $"{protocol.DType} on {protocol.Device}",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    /// <summary>The protocol of several runs, or where they differ each with its targets.</summary>
    public static string Protocols(IReadOnlyList<ScoredRun> runs) =>
        Differences(runs) is { Length: > 0 } differences
            ? differences.TrimStart()
            : $"Proxies: {Protocol(runs[0].Manifest)}.";

    /// <summary>
    /// The protocols of several runs, each with its targets, after a blank; empty where they agree.
    /// </summary>
    public static string Differences(IReadOnlyList<ScoredRun> runs)
    {
        var groups = runs.GroupBy(run => Protocol(run.Manifest), StringComparer.Ordinal).ToList();
        return groups.Count == 1
            ? ""
            : " Protocols differ: "
                + string.Join(
                    "; ",
                    groups.Select(group =>
                        $"{string.Join(" and ", group.Select(run => run.Manifest.Target))}: {group.Key}"
                    )
                )
                + ".";
    }

    // Of a folder of images the first digits of its digest tell which it was.
    private static string Input(Protocol protocol) =>
        protocol.InputSource is var source
        && source.StartsWith(Images, StringComparison.Ordinal)
        && source.Length > Images.Length + 8
            ? protocol.Input.Replace(source, source[..(Images.Length + 8)], StringComparison.Ordinal)
            : protocol.Input;

    /// <summary>The same over everything the run holds.</summary>
    public static string About(RunAnalysis analysis) =>
        About(analysis.Run, analysis.Populations[0].Population);

    /// <summary>What the accuracies are and how the scores were made.</summary>
    public static string Measured(ScoredRun run)
    {
        var table = run.Table.Description;
        var measured =
            $"Table: {table.Title}; {table.Accuracies} {table.Provenance}. "
            + $"Scores: {Exact(run.Manifest.Protocol)}.";
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

    /// <summary>Every circumstance of a protocol but its dataset, whether usual or not.</summary>
    public static string Exact(Protocol protocol) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"seed {protocol.Seed}, batch {protocol.Batch}, input {protocol.Input}, init {protocol.Init}, "
                + $"{protocol.DType} on {protocol.Device}"
        );

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
