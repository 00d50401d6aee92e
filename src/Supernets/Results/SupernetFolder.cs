using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>The files of supernet searches: tables/, figures/ and every reading as readings.csv.</summary>
internal static class SupernetFolder
{
    /// <summary>Name of the file with every reading.</summary>
    public const string Readings = "readings.csv";

    /// <summary>All tables, the results first.</summary>
    public static IReadOnlyList<ReportTable> Tables(SupernetResults results) =>
        [SupernetTable.Of(results), .. ReadingTables.Of(results)];

    /// <summary>All figures for which there are readings.</summary>
    public static IReadOnlyList<Figure> Figures(SupernetResults results) =>
        [.. EdgeMaps.Of(results), .. CurveFigures.Of(results)];

    /// <summary>Writes all of them.</summary>
    /// <exception cref="Benchmarks.UserError">The folder cannot be written.</exception>
    public static void Write(SupernetResults results)
    {
        var folder = results.Request.Folder;
        var rows = results.Outcomes.SelectMany(outcome =>
            outcome.Readings.Select(reading =>
                (IEnumerable<string>)
                    [
                        outcome.Search,
                        Text($"{outcome.Seed}"),
                        reading.Kind,
                        Text($"{reading.Epoch}"),
                        reading.Part,
                        reading.Row,
                        reading.Column,
                        Text($"{reading.Value:R}"),
                    ]
            )
        );
        string[] header = ["search", "seed", "kind", "epoch", "part", "row", "column", "value"];
        RunFiles.Write(Path.Combine(folder, Readings), CsvText.Of(rows.Prepend(header)));
        ReportFolder.Write(Tables(results), Figures(results), folder);
    }

    /// <summary>Every search with what it chose, its cost and its readings.</summary>
    public static JsonNode Json(SupernetResults results) =>
        JsonSerializer.SerializeToNode(results.Outcomes, SupernetFiles.Readable)!;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
