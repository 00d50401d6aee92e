using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// Reads a table from CSV and refuses a damaged one with its line and a remedy: a column of unknown meaning,
/// an architecture that is malformed or there twice, an accuracy that is no number in its column's range, a
/// row or a file that is cut short. A file compressed by gzip, known by its first bytes, is unpacked on the
/// way.
/// </summary>
internal sealed class TableReader
{
    private const string DefaultSpace = "nasbench201";

    private readonly byte[] _content;
    private readonly string _file;
    private readonly string _id;
    private readonly TableDescription? _stated;
    private readonly string? _space;

    /// <summary>A reader of one file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="file">Its name, for refusals.</param>
    /// <param name="id">Id of the table when it has no description.</param>
    /// <param name="stated">Its description; null when it has none.</param>
    /// <param name="space">Id of its space; null to take it from description or columns.</param>
    public TableReader(byte[] content, string file, string id, TableDescription? stated, string? space)
    {
        _content = content;
        _file = file;
        _id = id;
        _stated = stated;
        _space = stated?.Space ?? space;
    }

    public BenchmarkTable Read()
    {
        if (_content.Length == 0)
        {
            throw new UserError($"{_file} is empty; fetch it again");
        }

        var text = Gzip.IsPacked(_content) ? Gzip.Unpack(_content, _file) : _content;
        CsvText.Check(text, _file);
        if (text is not [.., (byte)'\n'])
        {
            var lines = text.Count(octet => octet == (byte)'\n') + 1;
            throw new UserError(
                $"{_file}, line {lines}: the file does not end with a line break, so it looks cut off; "
                    + "fetch it again, or add a line break if the file is complete"
            );
        }

        var first = ArchitectureRows.Read(text, _file, FirstArchitecture);
        return ArchitectureRows.Read(text, _file, rows => Rows(rows, first));
    }

    private static string? FirstArchitecture(ArchitectureRows rows) =>
        Array.IndexOf(rows.Header, ColumnName.Architecture) is >= 0 and var place ? rows.First(place) : null;

    private BenchmarkTable Rows(ArchitectureRows rows, string? first)
    {
        var header = rows.Header;
        CsvText.RequireNames(header, _file);
        var space = SpaceOf(header, first).In(Path.GetDirectoryName(Path.GetFullPath(_file)) ?? "");
        var description = _stated ?? TableDescription.Unstated(_id, space);
        var (names, places) = Spelling(header, space);
        var accuracyColumns = header
            .Select(name => ColumnName.Read(name, description, space.Columns, _file))
            .ToArray();
        var targets = accuracyColumns.OfType<AccuracyColumn>().Select(column => column.Target).ToList();
        if (targets.Count == 0)
        {
            throw new UserError(
                $"{_file}, line 1: no column holds accuracies; name them like cifar10_test200"
            );
        }

        if (targets.GroupBy(target => target).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UserError($"{_file}, line 1: two columns hold {twice.Key}; remove one");
        }

        var sides = header.Select(name => ColumnName.Side(name, description)).ToArray();
        if (
            sides.OfType<SideColumn>().GroupBy(side => side).FirstOrDefault(group => group.Count() > 1) is
            { } again
        )
        {
            throw new UserError(
                $"{_file}, line 1: two columns hold the same as {header[Array.IndexOf(sides, again.Key)]}; "
                    + "remove one"
            );
        }

        var columns = header
            .Select((_, i) => accuracyColumns[i] is null && sides[i] is null ? null : new List<double>())
            .ToArray();
        var architectures = new List<Architecture>();
        var hint =
            _space is null && places.Length == 1
                ? "; if the table is of another space, name it with --space"
                : "";
        var spaces = Array.IndexOf(header, ColumnName.Space);
        Func<bool>? isOwn = spaces < 0 ? null : () => IsOf(space, rows[spaces], rows.Line);
        while (rows.Next(space, names, places, hint, isOwn) is { } architecture)
        {
            architectures.Add(architecture);
            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] is { } column)
                {
                    var text = rows[i];
                    column.Add(
                        accuracyColumns[i] is { } accuracy
                            ? Accuracy(text, accuracy.Target, accuracy.Unit, header[i], rows.Line)
                            : Beside(text, sides[i]!, header[i], rows.Line)
                    );
                }
            }
        }

        rows.RequireSome();
        foreach (var (i, column) in columns.Index().Where(item => item.Item is not null))
        {
            var stated =
                accuracyColumns[i] is { } known ? (known.Target, known.Unit)
                : sides[i] is { Kind: SideKind.Trial } trial ? (trial.Target, ColumnName.UnitOf(header[i]))
                : ((Target Target, AccuracyUnit Unit)?)null;
            if (
                stated is { } what
                && AccuracyUnits.Fault(header[i], what.Target, what.Unit, column!) is { } fault
            )
            {
                throw new UserError($"{_file}, line 1: {fault}");
            }
        }

        var kept = OncePerTraining(space, architectures);
        var accuracies = accuracyColumns
            .Zip(columns)
            .Where(pair => pair.First is not null)
            .ToImmutableDictionary(pair => pair.First!.Target, pair => Kept(pair.Second!));
        var beside = sides
            .Zip(columns)
            .Where(pair => pair.First is not null)
            .ToImmutableDictionary(pair => pair.First!, pair => Kept(pair.Second!));
        var checksum = Convert.ToHexStringLower(SHA256.HashData(_content));
        return new BenchmarkTable(
            _stated is null && Array.Exists(accuracyColumns, column => column is { IsBest: true })
                ? description with
                {
                    SeedAveraging = TableDescription.BestEpochs,
                }
                : description,
            checksum,
            [.. kept.Select(row => architectures[row])],
            accuracies,
            beside,
            architectures.Count - kept.Count
        );

        double[] Kept(List<double> column) => [.. kept.Select(row => column[row])];
    }

    // Rows whose results are those of another row's training are left out: counted twice, they would make
    // every statistic look surer than it is.
    private static List<int> OncePerTraining(ISearchSpace space, List<Architecture> architectures)
    {
        var there = architectures.ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, architectures.Count)
                .Where(row =>
                    space.TrainedAs(architectures[row]) is var trained
                    && (trained == architectures[row] || !there.Contains(trained))
                ),
        ];
    }

    // Rows of another space are left out where the space was named; else which one is meant is not known.
    private bool IsOf(ISearchSpace space, string name, long line)
    {
        if (IsName(space, name))
        {
            return true;
        }

        var other =
            SearchSpaces.All.Values.FirstOrDefault(item => IsName(item, name))
            ?? throw new UserError(
                $"{_file}, line {line}: space is '{name}', which is unknown; "
                    + "correct the row (zcbench ls spaces)"
            );
        return _space is not null
            ? false
            : throw new UserError(
                $"{_file} holds architectures of {space.Id} and, from line {line}, of {other.Id}; "
                    + "name one of them with --space"
            );
    }

    private static bool IsName(ISearchSpace space, string name) =>
        name == space.NameInTables || name == space.Id;

    // What was said, else the space whose own columns are there, else the one space that can read the first
    // architecture.
    private ISearchSpace SpaceOf(string[] header, string? first) =>
        _space is not null
            ? SearchSpaces.Named(_space)
            : SearchSpaces
                .All.Values.Concat(SearchSpaces.Added)
                .FirstOrDefault(space => Spells(space, header))
                ?? (
                    first is not null
                    && SearchSpaces.All.Values.Where(space => Reads(space, first)).ToList() is [var one]
                        ? one
                        : SearchSpaces.Named(DefaultSpace)
                );

    private static bool Reads(ISearchSpace space, string architecture)
    {
        try
        {
            return space.Parse(architecture).Space == space.Id;
        }
        catch (UserError)
        {
            return false;
        }
    }

    // A single column such as "hash" says which space it is of only where no other column holds
    // architectures.
    private static bool Spells(ISearchSpace space, string[] header) =>
        space.Columns?.SpellingIn(header) is { } spelling
        && (spelling.Count > 1 || !header.Contains(ColumnName.Architecture));

    // The columns to read an architecture from, by name and by place.
    private (IReadOnlyList<string> Names, int[] Places) Spelling(string[] header, ISearchSpace space)
    {
        if (header.Contains(ColumnName.Architecture))
        {
            return ([ColumnName.Architecture], [Array.IndexOf(header, ColumnName.Architecture)]);
        }

        if (space.Columns is not { } own)
        {
            throw new UserError(
                $"{_file}, line 1: there is no column '{ColumnName.Architecture}'"
                    + (
                        header.Contains("index")
                            ? ", and an index says which architecture a row is only in its own table"
                            : ""
                    )
                    + $"; rename the column of architectures to {ColumnName.Architecture}"
            );
        }

        return own.SpellingIn(header) is { } spelling
            ? (spelling, [.. spelling.Select(name => Array.IndexOf(header, name))])
            : throw new UserError(
                $"{_file}, line 1: no column holds architectures; name one '{ColumnName.Architecture}', "
                    + "or give the columns "
                    + string.Join(", or ", own.Spellings.Select(names => string.Join(", ", names)))
            );
    }

    // Beside the accuracies a value may be missing: not every architecture has every training.
    private double Beside(string text, SideColumn side, string column, long line)
    {
        if (text.Length == 0)
        {
            return double.NaN;
        }

        // A number that is none names no architecture.
        if (side.Kind == SideKind.Index)
        {
            return
                double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && double.IsInteger(number)
                ? number
                : double.NaN;
        }

        if (side.Kind == SideKind.Trial)
        {
            return Accuracy(text, side.Target, ColumnName.UnitOf(column), column, line);
        }

        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= 0
            && double.IsFinite(value)
            ? value
            : throw new UserError(
                $"{_file}, line {line}: {column} is '{text}', but must be empty or a number from 0; "
                    + "correct the row"
            );
    }

    // Fractions are scaled as decimal numbers, so that 0.9431 becomes 94.31 and not 94.31000000000001.
    private double Accuracy(string text, Target target, AccuracyUnit unit, string column, long line)
    {
        var metric = target.Measure;
        if (unit == AccuracyUnit.Fraction)
        {
            return
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var part)
                && part is >= 0 and <= 1
                ? (double)(part * 100)
                : throw NoAccuracy("an accuracy is a fraction in [0, 1], as the column's name says");
        }

        var sign = unit == AccuracyUnit.Loss ? -1 : 1;
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && metric.Contains(sign * value)
            ? sign * value
            : throw NoAccuracy(
                metric.IsPercent
                    ? $"an accuracy is a number of percent in [{metric.Lowest}, {metric.Highest}]"
                : unit == AccuracyUnit.Loss ? "a loss is a number from 0"
                : double.IsInfinity(metric.Lowest) ? $"{metric.Title} is a number up to {metric.Highest}"
                : $"{metric.Title} is a number in [{metric.Lowest}, {metric.Highest}]"
            );

        UserError NoAccuracy(string what) =>
            new($"{_file}, line {line}: {column} is '{text}', but {what}; correct or remove the row");
    }
}
