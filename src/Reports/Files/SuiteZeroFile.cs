using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Files;

/// <summary>
/// A run's scores in NAS-Bench-Suite-Zero's layout, {dataset: {key: {proxy: {"score": number, "time": seconds}}}}, which NASLib
/// reads. An undefined score is left out; aggregates are, too, for they belong to a set.
/// </summary>
public static class SuiteZeroFile
{
    /// <summary>Writes the JSON and returns how many undefined scores were left out.</summary>
    /// <exception cref="UserError">The space has no such keys.</exception>
    public static int Write(ScoredRun run, Stream output)
    {
        var columns = run.Whole().Columns.Where(column => !column.IsAggregate).ToList();
        var missing = 0;
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartObject(run.Manifest.Protocol.Dataset);
        foreach (var (row, architecture) in run.Architectures.Index())
        {
            json.WriteStartObject(run.Space.ToNasLib(architecture) ?? throw new UserError(
                $"the keys of {run.Space.Title} in NASLib's files are not known; scores.csv of the run holds its scores as CSV"));
            foreach (var column in columns)
            {
                if (column.Scores[row] is { IsDefined: true } score)
                {
                    json.WriteStartObject(column.Proxy.Id);
                    json.WriteNumber("score", score.Value);
                    json.WriteNumber("time", column.MillisecondsPerArchitecture / 1000);
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
