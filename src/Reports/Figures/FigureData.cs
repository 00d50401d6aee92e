using System.Globalization;
using ZcBench.Reports.Files;

namespace ZcBench.Reports.Figures;

/// <summary>
/// The numbers of a figure as the rows of its CSV. Cells are texts, whole numbers, booleans, numbers (kept to
/// six digits) or nothing.
/// </summary>
internal sealed class FigureData(params string[] columns)
{
    private const string Digits = "G6";
    private readonly List<object?[]> _rows = [];

    /// <summary>Six digits: what a figure needs, and the same bytes on every machine.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public void Add(params object?[] cells)
    {
        if (cells.Length != columns.Length)
        {
            throw new ArgumentException(
                $"{cells.Length} cells were given for {columns.Length} columns; give one for each",
                nameof(cells)
            );
        }

        _rows.Add([.. cells.Select(cell => cell is double value ? Rounded(value) : cell)]);
    }

    /// <summary>A header line and one line a row; what holds nothing is an empty field.</summary>
    public string ToCsv() => CsvText.Of(_rows.Select(row => row.Select(Field)).Prepend(columns));

    private static string Field(object? cell) =>
        cell switch
        {
            null => "",
            bool value => value ? "true" : "false",
            _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
        };
}
