using System.Text.Encodings.Web;
using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Page;
using ZcBench.Reports.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Across;

/// <summary>
/// The files of a comparison across search spaces: across.json, leaderboard.html, tables/ with leaderboard
/// and others as Markdown, CSV and LaTeX, figures/ with critical_difference and performance_profiles.
/// </summary>
internal static class AcrossFolder
{
    /// <summary>Name of the file with every number.</summary>
    public const string Json = "across.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Refuses a folder whose tables or figures are not those of an earlier comparison: they would be
    /// replaced.
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

        ReportFolder.RequireOwn(folder, Json);
    }

    /// <summary>The tables, the leaderboard first.</summary>
    public static IReadOnlyList<ReportTable> Tables(AcrossAnalysis analysis) =>
        [
            LeaderboardTable.Of(analysis),
            TestsTable.Of(analysis),
            TasksTable.Of(analysis),
            .. new[] { LeftOutTable.Of(analysis) }.OfType<ReportTable>(),
        ];

    /// <summary>The figures.</summary>
    public static IReadOnlyList<Figure> Figures(AcrossAnalysis analysis) =>
        [CriticalDifferenceFigure.Of(analysis), PerformanceProfileFigure.Of(analysis)];

    /// <summary>Writes all of it.</summary>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(AcrossAnalysis analysis, string folder)
    {
        RunFiles.Write(Path.Combine(folder, Json), AcrossJson.Of(analysis).ToJsonString(Readable) + "\n");
        ReportFolder.Write(Tables(analysis), Figures(analysis), folder);
        LeaderboardPage.Write(analysis, folder);
    }
}
