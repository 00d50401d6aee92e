using System.Text;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>Tables as GitHub-flavoured Markdown, padded so that the source reads as a table too.</summary>
internal static class Markdown
{
    /// <summary>The table without its caption; the best of a column is bold.</summary>
    public static string Table(ReportTable table)
    {
        var best = BestCells.Of(table);
        var rows = table
            .Rows.Select(
                (row, r) => row.Select((cell, c) => best.Contains((r, c)) ? $"**{cell}**" : cell).ToList()
            )
            .ToList();
        var widths = table
            .Columns.Select(
                (column, i) => rows.Select(row => row[i].Length).Append(column.Full.Length).Append(3).Max()
            )
            .ToArray();
        var text = new StringBuilder();
        Line(table.Columns.Select((column, i) => Pad(column.Full, i)));
        Line(
            table.Columns.Select(
                (column, i) =>
                    column.IsNumber ? new string('-', widths[i] - 1) + ":" : new string('-', widths[i])
            )
        );
        foreach (var row in rows)
        {
            Line(row.Select(Pad));
        }

        return text.ToString();

        void Line(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

        string Pad(string cell, int i)
        {
            var safe = cell.Replace("|", "\\|", StringComparison.Ordinal);
            return table.Columns[i].IsNumber ? safe.PadLeft(widths[i]) : safe.PadRight(widths[i]);
        }
    }
}
