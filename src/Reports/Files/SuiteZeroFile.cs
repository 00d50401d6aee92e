using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.SuiteZero;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Files;

/// <summary>
/// A run's scores in NAS-Bench-Suite-Zero's layout, {dataset: {key: {proxy: {"score": number, "time":
/// seconds}}}}, which NASLib reads. A proxy of which lower scores are better keeps its sign and is marked
/// (<see cref="SuiteZeroLayout.LowerIsBetter"/>). An undefined score is left out; aggregates are, too, for
/// they belong to a set.
/// </summary>
internal static class SuiteZeroFile
{
    /// <summary>Writes the JSON and returns how many undefined scores were left out.</summary>
    /// <exception cref="UserError">The space has no such keys; nothing was written.</exception>
    public static int Write(ScoredRun run, Stream output)
    {
        string[] keys =
        [
            .. run.Architectures.Select(architecture =>
                run.Space.ToNasLib(architecture)
                ?? throw new UserError(
                    $"NASLib's keys of {run.Space.Title} are not known here, "
                        + $"so its layout cannot be written; use {RunFiles.Scores} of the run folder, "
                        + "which holds the scores as CSV"
                )
            ),
        ];
        var columns = run.Whole()
            .Columns.Where(column => column is { IsAggregate: false, Origin: null })
            .ToList();
        var missing = 0;
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartObject(SuiteZeroDatasets.InFile(run.Space, run.Manifest.Protocol.Dataset));
        foreach (var (row, key) in keys.Index())
        {
            json.WriteStartObject(key);
            foreach (var column in columns)
            {
                if (column.Scores[row] is { IsDefined: true } score)
                {
                    json.WriteStartObject(column.Proxy.Id);
                    json.WriteNumber("score", score.Value);
                    json.WriteNumber("time", (column.MillisecondsPerArchitecture ?? 0) / 1000);
                    if (column.Proxy.Direction == Direction.LowerIsBetter)
                    {
                        json.WriteBoolean(SuiteZeroLayout.LowerIsBetter, true);
                    }

                    json.WriteEndObject();
                }
                else
                {
                    missing++;
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return missing;
    }
}
