using System.Text;
using System.Text.Json;
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
public static class ReportPage
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
                Tables([.. DatasetsTable.Of(subject), .. TableCatalogue.Of(analysis)])
            ),
        ]);
        var page = new StringBuilder(PageAssets.Text("page.html"));
        Fill("title", PageData.Title(subject));
        Fill("style", PageAssets.Text("page.css"));
        Fill("font", FigureFonts.StyleSheet);
        Fill("data", head.ToJsonString());
        Fill("numbers", numbers.ToBase64());
        Fill("tables", Packed(tables));
        Fill("figures", Packed(Drawings(figures.Where(figure => figure.IsOnPage))));
        Fill("script", PageAssets.Script());
        return page.ToString();

        void Fill(string place, string text) => page.Replace($"<!--{place}-->", text);
    }

    private static JsonArray Tables(IEnumerable<ReportTable> tables) =>
        new([
            .. tables.Select(table => new JsonObject
            {
                ["id"] = table.Id,
                ["caption"] = table.Text,
                ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)column.Full)]),
                ["numbers"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)column.IsNumber)]),
                ["rows"] = new JsonArray([
                    .. table.Rows.Select(row => new JsonArray([.. row.Select(cell => (JsonNode)cell)])),
                ]),
            }),
        ]);

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

    private static string Packed(JsonNode node) =>
        NumberPack.Deflated(JsonSerializer.SerializeToUtf8Bytes(node));
}
