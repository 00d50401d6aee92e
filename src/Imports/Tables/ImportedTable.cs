using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tables;

/// <summary>
/// The table as it grows: architectures in the order of their first appearance, 8 bytes for each number. It
/// is all that stays in memory of the files, so its size depends on the number of architectures and columns
/// and not on the files.
/// </summary>
internal sealed class ImportedTable
{
    // The largest release has some hundred. Each takes 8 bytes for each architecture, whatever the file
    // holds.
    private const int MostColumns = 4096;

    // 2⁵³: above it a double does not tell whole numbers apart.
    private const double MostCount = 9_007_199_254_740_992;

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly List<Architecture> _architectures = [];
    private readonly List<string?> _keys = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<ImportedColumn, List<double>> _columns = [];

    /// <summary>Architectures so far.</summary>
    public IReadOnlyList<Architecture> Architectures => _architectures;

    /// <summary>What the files call them.</summary>
    public IReadOnlyList<string?> Keys => _keys;

    /// <summary>Adds what a file says of an architecture.</summary>
    /// <exception cref="UserError">
    /// A number is out of its range or there already, or a name is that of two architectures.
    /// </exception>
    public void Add(ImportedRow row, string path)
    {
        if (!_rows.TryGetValue(row.Architecture.Text, out var place))
        {
            place = _architectures.Count;
            _rows.Add(row.Architecture.Text, place);
            _architectures.Add(row.Architecture);
            _keys.Add(row.Key);
        }

        Compare(row, place, path);
        foreach (var (column, value) in row.Values)
        {
            Set(row, place, column, value, path);
        }
    }

    /// <summary>
    /// The columns to write, in their order: counts, then for each dataset and epochs the means over
    /// trainings, then each training. What lacks a number for some architecture, and could not be read back,
    /// is named in <paramref name="leftOut"/>.
    /// </summary>
    public IReadOnlyList<(ImportedColumn Column, double[] Values)> Finish(out IReadOnlyList<string> leftOut)
    {
        var missing = new List<string>();
        var columns = new List<(ImportedColumn Column, double[] Values)>();
        foreach (
            var (column, values) in _columns
                .GroupBy(item => item.Key with { Trial = null })
                .Select(group =>
                    (group.Key, Together([.. group.OrderBy(item => item.Key.Trial, StringComparer.Ordinal)]))
                )
        )
        {
            var absent = values.Count(double.IsNaN);
            if (absent > 0 && column.IsAccuracy)
            {
                missing.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ColumnText.Name(column)} (lacks {absent} of {_architectures.Count} architectures)"
                    )
                );
                continue;
            }

            columns.Add((column, values));
        }

        columns.AddRange(
            _columns
                .Where(item => item.Key is { Trial: not null, IsAccuracy: true })
                .Select(item => (item.Key, Padded(item.Value)))
        );
        leftOut = [.. missing.Order(StringComparer.Ordinal)];
        return
        [
            .. columns
                .OrderBy(item => item.Column.Trial is not null)
                .ThenBy(item => !item.Column.IsCount)
                .ThenBy(item => item.Column.Dataset, StringComparer.OrdinalIgnoreCase)
                .ThenBy(item => item.Column.Epochs)
                .ThenBy(item => item.Column.Quantity)
                .ThenBy(item => item.Column.Trial, StringComparer.Ordinal),
        ];
    }

    // A file's name of an architecture is that of no other, and it has no second one.
    private void Compare(ImportedRow row, int place, string path)
    {
        if (row.Key is null || _names.TryAdd(row.Key, place))
        {
            if (row.Key == _keys[place])
            {
                return;
            }

            throw Refused(
                row,
                path,
                $"{row.Architecture} has the name '{row.Key ?? "none"}' and the name "
                    + $"'{_keys[place] ?? "none"}'"
            );
        }

        if (_names[row.Key] != place)
        {
            throw Refused(
                row,
                path,
                $"'{row.Key}' is the name of {_architectures[_names[row.Key]]} and of {row.Architecture}"
            );
        }
    }

    private static UserError Refused(ImportedRow row, string path, string found) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{path}{(row.Line is { } line ? $", line {line}" : "")}: {found}; "
                    + $"{(row.Line is null ? "the file is damaged, fetch it again" : "correct the row")}"
            )
        );

    private void Set(ImportedRow row, int place, ImportedColumn column, double value, string path)
    {
        var (least, most) =
            column.IsCount ? (0, MostCount)
            : !column.IsAccuracy ? (0, double.MaxValue)
            : column.Unit == AccuracyUnit.Fraction ? (0, 1)
            : (column.Target.Measure.Lowest, column.Target.Measure.Highest);
        if (!(value >= least && value <= most) || (column.IsCount && value != Math.Floor(value)))
        {
            var from = double.IsInfinity(least)
                ? "up"
                : string.Create(CultureInfo.InvariantCulture, $"from {least}");
            var to = column.IsAccuracy ? string.Create(CultureInfo.InvariantCulture, $" to {most}") : "";
            throw Refused(
                row,
                path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ColumnText.Name(column)} of {row.Architecture} is {value}, "
                        + $"but must be a {(column.IsCount ? "whole " : "")}number "
                        + $"{from}{to}"
                )
            );
        }

        if (!_columns.TryGetValue(column, out var values))
        {
            if (_columns.Count == MostColumns)
            {
                throw new UserError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{path} makes more than {MostColumns} columns, where a benchmark has some hundred; "
                            + $"check where it comes from"
                    )
                );
            }

            _columns.Add(column, values = []);
        }

        while (values.Count <= place)
        {
            values.Add(double.NaN);
        }

        if (!double.IsNaN(values[place]) && !(column.IsCount && values[place] == value))
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}{(row.Line is { } line ? $", line {line}" : "")}: "
                        + $"{ColumnText.Name(column)} of {row.Architecture} is given twice; "
                        + $"name each file once, and use files of one release"
                )
            );
        }

        values[place] = value;
    }

    // A mean that the file has itself counts, else that of the trainings in the order of their names.
    private double[] Together(List<KeyValuePair<ImportedColumn, List<double>>> columns) =>
        columns[0].Key.Trial is null
            ? Padded(columns[0].Value)
            : Mean([.. columns.Select(column => column.Value)]);

    private double[] Mean(List<List<double>> trials)
    {
        var mean = new double[_architectures.Count];
        for (var row = 0; row < mean.Length; row++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var trial in trials)
            {
                if (row < trial.Count && !double.IsNaN(trial[row]))
                {
                    sum += trial[row];
                    count++;
                }
            }

            mean[row] = count > 0 ? sum / count : double.NaN;
        }

        return mean;
    }

    private double[] Padded(List<double> values) =>
        [.. values, .. Enumerable.Repeat(double.NaN, _architectures.Count - values.Count)];
}
