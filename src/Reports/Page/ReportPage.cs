using System.Text.Json.Nodes;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Page;

/// <summary>
/// report.html: one file that needs no network. Its numbers, tables and drawn figures are packed into it; the
/// same subject gives the same bytes.
/// </summary>
internal static class ReportPage
{
    /// <summary>Name of the page.</summary>
    public const string FileName = "report.html";

    /// <summary>Writes the page into a folder.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="ZcBench.Benchmarks.UserError">The folder cannot be written.</exception>
    public static string Write(ReportSubject subject, IReadOnlyList<Figure> figures, string folder)
    {
        var path = Path.Combine(folder, FileName);
        RunFiles.Write(path, Html(subject, figures));
        return path;
    }

    /// <summary>The whole page.</summary>
    public static string Html(ReportSubject subject, IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var numbers = new NumberPack();
        var head = PageData.Of(subject, numbers);
        head["paper"] = PaperColours();
        var tables = new JsonArray([
            .. subject.Targets.Select(analysis =>
                PackedTables.Of([.. DatasetsTable.Of(subject), .. TableCatalogue.Of(analysis)])
            ),
        ]);
        return PageAssets.Filled(
            "report/page.html",
            ("title", PageData.Title(subject)),
            ("style", PageAssets.Text("report/page.css")),
            ("font", FigureFonts.StyleSheet),
            ("data", head.ToJsonString()),
            ("numbers", numbers.ToBase64()),
            ("tables", NumberPack.Deflated(tables)),
            ("figures", NumberPack.Deflated(Drawings(figures.Where(figure => figure.IsOnPage)))),
            ("script", PageAssets.Script("report"))
        );
    }

    private static JsonArray Drawings(IEnumerable<Figure> figures) =>
        new([
            .. figures.Select(figure => new JsonObject
            {
                ["id"] = figure.Id,
                ["title"] = figure.Title,
                ["caption"] = figure.Caption,
                ["svg"] = FigureDrawing.PageSvg(figure),
                ["csv"] = figure.Csv,
            }),
        ]);

    // What a drawing that leaves the page has in the place of its variables.
    private static JsonObject PaperColours() =>
        new(
            SvgText
                .PaperColours.OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => KeyValuePair.Create(item.Key, (JsonNode?)JsonValue.Create(item.Value)))
        );
}
