using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Files;

/// <summary>Where the numbers of an analysis come from, line by line.</summary>
internal static class RunProvenance
{
    /// <summary>Names and texts, in the order they are printed.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(RunAnalysis analysis)
    {
        var (run, manifest) = (analysis.Run, analysis.Run.Manifest);
        var (protocol, table, bootstrap) = (manifest.Protocol, run.Table.Description, analysis.Bootstrap);
        List<(string Name, string Text)> lines =
        [
            ("Program", $"zcbench {manifest.Version}, {manifest.Engine}"),
            ("Search space", $"{run.Space.Title}: {run.Space.Paper}"),
            ("Table", $"{manifest.Table}: {table.Title}"),
            ("Table's source", table.Source),
            ("Table's licence", table.Licence),
            ("Table's SHA-256", manifest.TableChecksum),
            ("Accuracies", $"{manifest.Target}; {table.Kind}; {table.SeedAveraging}"),
            ("Architectures", analysis.Populations[0].Population.Title),
            (
                "Seeds",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"weights {protocol.Seed}, input {protocol.InputSeed}, "
                        + $"sample {(manifest.Sample is null ? "none" : manifest.SampledWith)}; "
                        + $"runs {analysis.Runs}"
                )
            ),
            (
                "Scores",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"built for {protocol.Dataset}, input {protocol.Input}, batch {protocol.Batch}, "
                        + $"init {protocol.Init}, {protocol.DType} on {protocol.Device}"
                )
            ),
            (
                "Intervals",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NumberText.Level(bootstrap)} percentiles of {bootstrap.Resamples} bootstrap resamples "
                        + $"over architectures, seed {bootstrap.Seed}"
                )
            ),
            .. run
                .Columns.Select(column => column.Origin)
                .OfType<ScoreOrigin>()
                .Distinct()
                .DistinctBy(origin => origin.File)
                .Select(origin => ("Scores from elsewhere", $"{origin.File}, SHA-256 {origin.Checksum}")),
        ];
        foreach (var session in run.Sessions)
        {
            lines.Add(("Scored", Text(session)));
            if (session.Command.Length > 0)
            {
                lines.Add(("Command", session.Command));
            }
        }

        return [.. lines.Where(line => line.Text.Length > 0)];
    }

    private static string Text(RunSession session)
    {
        var load = session.Load switch
        {
            null => "",
            { } mean when mean > session.Cores + 0.5 => string.Create(
                CultureInfo.InvariantCulture,
                $"; mean load {mean:0.0}, more than the cores, so that times are too high"
            ),
            { } mean => string.Create(CultureInfo.InvariantCulture, $"; mean load {mean:0.0}"),
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{session.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC, "
                + $"{session.Scored} architectures by zcbench {session.Program}, {session.Engine}, "
                + $"workers {session.Workers}, threads of each {session.Threads}; {session.Processor}, "
                + $"cores {session.Cores}{load}"
        );
    }
}
