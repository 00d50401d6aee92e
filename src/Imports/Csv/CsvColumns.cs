using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Csv;

/// <summary>Which fields of a CSV file are read, and what they are.</summary>
/// <param name="Spelling">Names of the table's columns that spell the architecture: "architecture", or the
/// space's own.</param>
/// <param name="Architecture">Places of those fields.</param>
/// <param name="Values">Places of the numbers and their columns.</param>
internal sealed record CsvColumns(
    IReadOnlyList<string> Spelling,
    IReadOnlyList<int> Architecture,
    IReadOnlyList<(int Place, string Name, ImportedColumn Column)> Values
)
{
    /// <summary>
    /// The columns of a header; the map says which of the file's columns makes each of the table's.
    /// </summary>
    /// <exception cref="UserError">
    /// A name is unknown, missing or there twice, or nothing spells architectures.
    /// </exception>
    public static CsvColumns Of(
        string[] header,
        IReadOnlyDictionary<string, string> map,
        ISearchSpace space,
        string path
    )
    {
        if (map.Count == 0)
        {
            CsvText.RequireNames(header, path);
        }

        foreach (var (target, source) in map)
        {
            if (!header.Contains(source))
            {
                throw new UserError(
                    $"{path}, line 1: there is no column '{source}' for --map {target}={source}; "
                        + $"it has {string.Join(", ", header)}"
                );
            }
        }

        var names =
            map.Count == 0
                ? header.Select(name => (Target: name, Source: name)).ToList()
                :
                [
                    .. map.Select(item => (Target: item.Key, Source: item.Value)),
                    .. header
                        .Where(name => IsArchitecture(name) && !map.ContainsKey(name))
                        .Select(name => (name, name)),
                ];
        if (names.GroupBy(name => name.Target).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UserError($"{path}, line 1: column '{twice.Key}' appears twice; remove one");
        }

        var (spelling, places) = Architectures();
        var unstated = TableDescription.Unstated("", space);
        var values = names
            .Where(name => !IsArchitecture(name.Target))
            .Select(name =>
                (Place: Array.IndexOf(header, name.Source), Name: name.Source, Column: Column(name.Target))
            )
            .Where(item => item.Column is not null)
            .Select(item => (item.Place, item.Name, item.Column!))
            .ToList();
        return new(spelling, places, values);

        bool IsArchitecture(string name) =>
            name == ColumnName.Architecture || space.Columns?.Spells(name) == true;

        ImportedColumn? Column(string name) =>
            ColumnName.Read(name, unstated, space.Columns, path) is { } accuracy
                ? new(
                    Kind(accuracy.Target.Split),
                    accuracy.Target.Dataset,
                    accuracy.Target.Epochs,
                    null,
                    accuracy.Unit,
                    accuracy.Target.Metric
                )
            : ColumnName.Side(name, unstated) is { } side ? Side(side, ColumnName.UnitOf(name))
            : null;

        (IReadOnlyList<string> Names, int[] Places) Architectures()
        {
            string[] targets = [.. names.Select(name => name.Target)];
            var found = targets.Contains(ColumnName.Architecture)
                ? [ColumnName.Architecture]
                : space.Columns?.SpellingIn(targets);
            return found is null
                ? throw new UserError(
                    $"{path}, line 1: there is no column '{ColumnName.Architecture}'; "
                        + "name the column that holds the architectures by --map architecture=COLUMN"
                )
                : (
                    found,
                    [
                        .. found.Select(part =>
                            Array.IndexOf(header, names.Find(name => name.Target == part).Source)
                        ),
                    ]
                );
        }
    }

    private static ImportedColumn Side(SideColumn side, AccuracyUnit unit) =>
        side.Kind switch
        {
            SideKind.Trial => new(Kind(side.Split), side.Dataset, side.Epochs, side.Trial, unit),
            SideKind.TrainingSeconds => new(Quantity.TrainingSeconds, side.Dataset, side.Epochs),
            _ => new(Quantity.Parameters, side.Dataset),
        };

    private static Quantity Kind(Split split) => split == Split.Test ? Quantity.Test : Quantity.Validation;
}
