using ZcBench.Benchmarks;
using ZcBench.Reports.Drawing;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>
/// The files of a report for papers: tables/ with every table as Markdown, CSV and LaTeX, figures/ with every
/// figure's data, caption, SVG and PNG. Each folder is written aside and then put in the place of the old
/// one, so that it never mixes two reports.
/// </summary>
public static class ReportFolder
{
    private const string Tables = "tables";
    private const string Figures = "figures";

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
    public static void Write(ReportSubject subject, IReadOnlyList<Figure> figures, string folder) =>
        Write(TableCatalogue.Of(subject.Main), figures, folder);

    /// <summary>The same for tables at hand.</summary>
    /// <exception cref="UserError">The folder cannot be written.</exception>
    public static void Write(IReadOnlyList<ReportTable> tables, IReadOnlyList<Figure> figures, string folder)
    {
        Replace(Path.Combine(folder, Tables), aside => Write(tables, aside));
        Replace(Path.Combine(folder, Figures), aside => Write(figures, aside));
    }

    private static void Write(IEnumerable<ReportTable> tables, string folder)
    {
        foreach (var table in tables)
        {
            var path = Path.Combine(folder, table.Id);
            RunFiles.Write(path + ".md", $"{Markdown.Table(table)}\n{table.Caption}\n");
            RunFiles.Write(path + ".csv", Csv(table));
            RunFiles.Write(path + ".tex", Latex.Table(table));
        }
    }

    private static void Write(IReadOnlyList<Figure> figures, string folder) =>
        Parallel.ForEach(
            figures,
            figure =>
            {
                var path = Path.Combine(folder, figure.Id);
                RunFiles.Write(path + ".csv", figure.Csv);
                RunFiles.Write(path + ".txt", figure.Caption + "\n");
                RunFiles.Write(path + ".svg", FigureDrawing.Svg(figure));
                RunFiles.Write(path + ".png", FigureDrawing.Png(figure));
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
        CsvText.Of(table.Rows.Prepend([.. table.Columns.Select(column => column.Heading)]));
}
