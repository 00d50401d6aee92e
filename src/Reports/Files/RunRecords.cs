using System.Text.Json;
using System.Text.Json.Serialization;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Files;

/// <summary>
/// runs.json beside a report: what each of its runs states about itself, so that the report can be traced
/// without their folders.
/// </summary>
internal static class RunRecords
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "runs.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes the manifest and the sessions of every run, and the scores from elsewhere.</summary>
    /// <exception cref="ZcBench.Benchmarks.UserError">The file cannot be written.</exception>
    public static void Write(IReadOnlyList<ScoredRun> runs, string folder) =>
        RunFiles.Write(
            Path.Combine(folder, FileName),
            JsonSerializer.Serialize(
                runs.Select(run => new
                {
                    run.Manifest,
                    run.Sessions,
                    Elsewhere = run
                        .Columns.Select(column => column.Origin)
                        .Where(origin => origin is not null)
                        .Distinct(),
                }),
                Json
            ) + "\n"
        );
}
