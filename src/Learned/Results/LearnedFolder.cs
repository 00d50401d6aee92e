using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Benchmarks;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;
using ZcBench.Scores;

namespace ZcBench.Learned.Results;

/// <summary>The files of learned references: a JSON with every number, tables/ for papers.</summary>
public static class LearnedFolder
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Refuses a folder whose tables are someone else's, before anything is computed.</summary>
    /// <param name="folder">Where files are to go.</param>
    /// <param name="json">Name of the JSON file.</param>
    /// <exception cref="UserError">It is a run folder, or has other tables.</exception>
    public static void Check(string folder, string json)
    {
        if (File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            throw new UserError(
                $"{folder} is a run folder, whose tables would be replaced; choose another folder with --out"
            );
        }

        ReportFolder.RequireOwn(folder, json);
    }

    /// <summary>Writes the JSON and the tables.</summary>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(
        string folder,
        string json,
        JsonObject numbers,
        params IReadOnlyList<ReportTable> tables
    )
    {
        Directory.CreateDirectory(folder);
        RunFiles.Write(Path.Combine(folder, json), numbers.ToJsonString(Readable) + "\n");
        ReportFolder.Write(tables, [], folder);
    }
}
