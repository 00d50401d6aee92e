using System.Text.Encodings.Web;
using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;
using ZcBench.Scores;

namespace ZcBench.Search.Results;

/// <summary>
/// The files of a search: search.json; tables/searches.*, regrets.* and paired.* as Markdown, CSV and LaTeX;
/// figures/anytime.*.
/// </summary>
public static class SearchFolder
{
    /// <summary>Name of the file with every repeat.</summary>
    public const string Json = "search.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Refuses a folder whose tables or figures are not those of an earlier search: they would be replaced.
    /// </summary>
    /// <exception cref="UserError">It is the folder of a run, or has such files.</exception>
    public static void Check(string folder)
    {
        if (File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            throw new UserError(
                $"{folder} is a run folder, whose tables and figures would be replaced; "
                    + "choose another folder with --out"
            );
        }

        var json = Path.Combine(folder, Json);
        var replaced = ReportFolder.Replaced(folder);
        if (File.Exists(json) ? !IsOurs(json) : replaced.Count > 0)
        {
            var found = File.Exists(json)
                ? $"a {Json} of something else"
                : $"{string.Join(" and ", replaced)}, and no {Json} of an earlier search";
            throw new UserError(
                $"{folder} holds {found}, which would be replaced; choose another folder with --out"
            );
        }
    }

    // Whether the file is what Write wrote.
    private static bool IsOurs(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(json));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("setting", out _)
                && document.RootElement.TryGetProperty("methods", out _);
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes all of them.</summary>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(
        SearchResults results,
        SearchQuality quality,
        string scores,
        IReadOnlyList<ReportTable> tables,
        string folder
    )
    {
        RunFiles.Write(
            Path.Combine(folder, Json),
            SearchJson.Of(results, quality, scores).ToJsonString(Readable) + "\n"
        );
        Figure[] figures = [AnytimeFigure.Of(results, quality.Test, scores)];
        ReportFolder.Write(tables, figures, folder);
    }
}
