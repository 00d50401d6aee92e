using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ZcBench.Reports.Figures;

/// <summary>
/// The numbers of a figure, once for its specification and once for its CSV. Cells are texts, whole numbers, booleans, numbers
/// (kept to six digits) or nothing.
/// </summary>
internal sealed class FigureData(params string[] columns)
{
    private const string Digits = "G6";
    private readonly List<object?[]> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Six digits: what a figure needs, and the same bytes on every machine.</summary>
    public static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public void Add(params object?[] cells)
    {
        if (cells.Length != columns.Length)
        {
            throw new ArgumentException($"{cells.Length} cells were given for {columns.Length} columns; give one for each", nameof(cells));
        }

        _rows.Add([.. cells.Select(cell => cell is double value ? Rounded(value) : cell)]);
    }

    /// <summary>One object a row, without the cells that hold nothing.</summary>
    public JsonArray ToJson() => [.. _rows.Select(row => new JsonObject(columns.Zip(row)
        .Where(cell => cell.Second is not null)
        .Select(cell => KeyValuePair.Create(cell.First, Node(cell.Second!)))))];

    /// <summary>A header line and one line a row; what holds nothing is an empty field.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in _rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append('\n');
        }

        return text.ToString();
    }

    private static JsonNode? Node(object cell) => cell switch
    {
        double value => JsonValue.Create(value),
        int value => JsonValue.Create(value),
        bool value => JsonValue.Create(value),
        _ => JsonValue.Create((string)cell),
    };

    private static string Field(object? cell) => cell switch
    {
        null => "",
        bool value => value ? "true" : "false",
        string text => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };
}
