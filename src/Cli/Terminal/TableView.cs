using Spectre.Console;
using ZcBench.Reports.Tables;

namespace ZcBench.Cli.Terminal;

/// <summary>Shows a report table on standard output.</summary>
internal static class TableView
{
    // What a column takes beside its text.
    private const int Padding = 3;

    public static void Show(ReportTable table)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) }
        );
        // A narrow terminal folds long lines; that reads better than columns squeezed to a letter.
        console.Profile.Width =
            table
                .Columns.Select(
                    (column, i) =>
                        table.Rows.Select(row => row[i].Length).Append(column.Full.Length).Max() + Padding
                )
                .Sum() + Padding;
        var view = new Table().Border(TableBorder.Simple);
        foreach (var column in table.Columns)
        {
            var header = new TableColumn(Markup.Escape(column.Full)).NoWrap();
            view.AddColumn(column.IsNumber ? header.RightAligned() : header);
        }

        foreach (var row in table.Rows)
        {
            view.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(view);
    }
}
