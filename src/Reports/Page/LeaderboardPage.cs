using System.Text.Json.Nodes;
using ZcBench.Reports.Across;
using ZcBench.Reports.Files;

namespace ZcBench.Reports.Page;

/// <summary>
/// leaderboard.html: proxies ranked over several search spaces, to be filtered, with one's own scores beside
/// them. One file that needs no network; the same comparison gives the same bytes.
/// </summary>
internal static class LeaderboardPage
{
    /// <summary>Name of the page.</summary>
    public const string FileName = "leaderboard.html";

    /// <summary>Writes the page into a folder.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="ZcBench.Benchmarks.UserError">The folder cannot be written.</exception>
    public static string Write(AcrossAnalysis analysis, string folder)
    {
        var path = Path.Combine(folder, FileName);
        RunFiles.Write(path, Html(analysis));
        return path;
    }

    /// <summary>The whole page.</summary>
    public static string Html(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var numbers = new NumberPack();
        JsonObject head = LeaderboardData.Of(analysis, numbers);
        return PageAssets.Filled(
            "leaderboard/leaderboard.html",
            ("title", LeaderboardData.Title(analysis)),
            ("style", PageAssets.Text("report/page.css") + PageAssets.Text("leaderboard/leaderboard.css")),
            ("data", head.ToJsonString()),
            ("numbers", numbers.ToBase64()),
            ("tables", NumberPack.Deflated(PackedTables.Of(AcrossFolder.Tables(analysis)))),
            ("script", PageAssets.Script("leaderboard"))
        );
    }
}
