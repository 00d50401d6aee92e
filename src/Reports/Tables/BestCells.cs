using System.Globalization;

namespace ZcBench.Reports.Tables;

/// <summary>
/// Which cells of a table are the best of their columns, by what is printed: numbers that print alike are
/// equally good. A row whose name stands in parentheses, like "(random choice)", is there to compare with and
/// does not compete.
/// </summary>
internal static class BestCells
{
    /// <summary>Row and column of every best cell; none in a column with fewer than two numbers.</summary>
    public static IReadOnlySet<(int Row, int Column)> Of(ReportTable table)
    {
        var best = new HashSet<(int Row, int Column)>();
        for (var column = 0; column < table.Columns.Count; column++)
        {
            if (table.Columns[column].Best == Best.None)
            {
                continue;
            }

            var sign = table.Columns[column].Best == Best.Highest ? 1 : -1;
            var numbers = Enumerable
                .Range(0, table.Rows.Count)
                .Where(row => !IsReference(table, row))
                .Select(row => (Row: row, Value: sign * Number(table.Rows[row][column])))
                .Where(item => item.Value is not null)
                .ToList();
            var highest = numbers.Max(item => item.Value);
            best.UnionWith(
                numbers
                    .Where(item => numbers.Count > 1 && item.Value == highest)
                    .Select(item => (item.Row, column))
            );
        }

        return best;
    }

    private static bool IsReference(ReportTable table, int row) =>
        table.Columns.Zip(table.Rows[row]).Any(cell => !cell.First.IsNumber && cell.Second.StartsWith('('));

    private static double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
