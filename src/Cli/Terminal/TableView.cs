using Spectre.Console;
using ZcBench.Reports.Tables;

namespace ZcBench.Cli.Terminal;

/// <summary>Shows a report table on standard output.</summary>
internal static class TableView
{
    // A narrow terminal folds long lines; that reads better than columns squeezed to a letter.
    private const int Width = 240;

    public static void Show(ReportTable table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        console.Profile.Width = Width;
        var view = new Table().Border(TableBorder.Simple);
        foreach (var column in table.Columns)
        {
            var header = new TableColumn(Markup.Escape(column.Heading)).NoWrap();
            view.AddColumn(column.IsNumber ? header.RightAligned() : header);
        }

        foreach (var row in table.Rows)
        {
            view.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(view);
    }
}
