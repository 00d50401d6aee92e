using ZcBench.Benchmarks;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>
/// The files of a report for papers: tables/ with every table as Markdown, CSV and LaTeX, figures/ with every
/// figure's data, caption, SVG, PDF and PNG. Each folder is written aside and then put in the place of the
/// old one, so that it never mixes two reports.
/// </summary>
public static class ReportFolder
{
    private const string Tables = "tables";
    private const string Figures = "figures";
    private const string Protocol = "protocol";

    // What is written aside, and left by a write that was cut off.
    private const string Aside = ".new";

    /// <summary>
    /// Refuses a folder that others keep: one with tables/ or figures/, which a report replaces, but without
    /// the file that its writer leaves beside them.
    /// </summary>
    /// <param name="folder">Where a report is to go.</param>
    /// <param name="signs">Names of files any of which shows that an earlier report wrote the folder.</param>
    /// <exception cref="UserError">It is not the writer's own.</exception>
    public static void RequireOwn(string folder, params IEnumerable<string> signs)
    {
        if (
            !signs.Any(sign => File.Exists(Path.Combine(folder, sign)))
            && Replaced(folder) is [var theirs, ..]
        )
        {
            throw new UserError(
                $"{Path.Combine(folder, theirs)} is there already and would be replaced; "
                    + "choose another folder with --out"
            );
        }
    }

    /// <summary>Which of tables/ and figures/ a report written into a folder would replace.</summary>
    public static IReadOnlyList<string> Replaced(string folder) =>
        [
            .. new[] { Tables, Figures }.Where(name =>
                Path.Exists(Path.Combine(folder, name)) || Path.Exists(Path.Combine(folder, name + Aside))
            ),
        ];

    /// <summary>Writes both folders.</summary>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(
        ReportSubject subject,
        IReadOnlyList<Figure> figures,
        string folder,
        FigureSize? size = null
    ) => Write(TableCatalogue.Of(subject), figures, folder, size, ProtocolText.Of(subject));

    /// <summary>The same for tables at hand.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="folder">Where the two folders go.</param>
    /// <param name="size">How large figures are drawn; null for their natural size.</param>
    /// <param name="protocol">
    /// The paragraph on method that goes to tables/protocol.tex and .md; null for none.
    /// </param>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(
        IReadOnlyList<ReportTable> tables,
        IReadOnlyList<Figure> figures,
        string folder,
        FigureSize? size = null,
        string? protocol = null
    )
    {
        Replace(Path.Combine(folder, Tables), aside => Write(tables, protocol, aside));
        Replace(Path.Combine(folder, Figures), aside => Write(figures, size, aside));
    }

    private static void Write(IEnumerable<ReportTable> tables, string? protocol, string folder)
    {
        if (protocol is not null)
        {
            RunFiles.Write(Path.Combine(folder, Protocol + ".md"), protocol + "\n");
            RunFiles.Write(Path.Combine(folder, Protocol + ".tex"), Latex.Escape(protocol) + "\n");
        }

        foreach (var table in tables)
        {
            var path = Path.Combine(folder, table.Id);
            RunFiles.Write(path + ".md", $"{Markdown.Table(table)}\n{table.Text}\n");
            RunFiles.Write(path + ".csv", Csv(table));
            RunFiles.Write(path + ".tex", Latex.Table(table));
        }
    }

    private static void Write(IReadOnlyList<Figure> figures, FigureSize? size, string folder) =>
        Parallel.ForEach(
            figures,
            figure =>
            {
                var path = Path.Combine(folder, figure.Id);
                RunFiles.Write(path + ".csv", figure.Csv);
                RunFiles.Write(path + ".md", figure.Caption + "\n");
                RunFiles.Write(path + ".tex", Latex.Caption(figure));
                RunFiles.Write(path + ".svg", FigureDrawing.Svg(figure, size));
                RunFiles.Write(path + ".pdf", FigureDrawing.Pdf(figure, size));
                RunFiles.Write(path + ".png", FigureDrawing.Png(figure, size));
            }
        );

    private static void Replace(string folder, Action<string> write)
    {
        var aside = folder + Aside;
        try
        {
            Delete(aside);
            Directory.CreateDirectory(aside);
            write(aside);
            Delete(folder);
            Directory.Move(aside, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{folder} cannot be written ({fault.Message}); make room or give write permission",
                fault
            );
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Csv(ReportTable table) =>
        CsvText.Of(table.Data ?? table.Rows.Prepend([.. table.Columns.Select(column => column.Full)]));
}
