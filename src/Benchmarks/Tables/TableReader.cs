using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// Reads a table from CSV and refuses a damaged one with its line and a remedy: a column of unknown meaning, an
/// architecture that is malformed or there twice, an accuracy that is no number in [0, 100], a row or a
/// file that is cut short.
/// </summary>
internal sealed class TableReader
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private readonly byte[] _content;
    private readonly string _file;
    private readonly TableDescription _description;
    private readonly ISearchSpace _space;

    public TableReader(byte[] content, string file, TableDescription description)
    {
        _content = content;
        _file = file;
        _description = description;
        _space = SearchSpaces.Named(description.Space);
    }

    public BenchmarkTable Read()
    {
        if (_content.Length == 0)
        {
            throw new UserError($"{_file} is empty; fetch it again");
        }

        if (_content is [0x1f, 0x8b, ..])
        {
            throw new UserError($"{_file} is compressed; unpack it first (gunzip)");
        }

        if (_content[^1] != (byte)'\n')
        {
            var lines = _content.Count(octet => octet == (byte)'\n') + 1;
            throw new UserError(
                $"{_file}, line {lines}: the file does not end with a line break, so it looks cut off; "
                + "fetch it again, or add a line break if this is its true end");
        }

        using var csv = CsvReader.Create(_content, Options);
        try
        {
            return Rows(csv);
        }
        catch (CsvFormatException fault)
        {
            throw new UserError($"{_file}, line {fault.LineNumber}: this is no readable CSV ({FirstLine(fault)})", fault);
        }
    }

    private BenchmarkTable Rows(CsvReader csv)
    {
        csv.ReadHeader();
        var header = csv.Headers.ToArray();
        var architectureColumn = Array.IndexOf(header, ColumnName.Architecture);
        if (architectureColumn < 0)
        {
            throw new UserError(
                $"{_file}, line 1: there is no column '{ColumnName.Architecture}'; name the column that holds "
                + "the architecture texts so");
        }

        var targets = header.Select(name => ColumnName.Read(name, _description, _file)).ToArray();
        if (!targets.OfType<Target>().Any())
        {
            throw new UserError($"{_file}, line 1: there is no column of accuracies; name them like cifar10_test200");
        }

        if (targets.OfType<Target>().GroupBy(target => target).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UserError($"{_file}, line 1: two columns hold {twice.Key}; remove one");
        }

        var columns = targets.Select(target => target is null ? null : new List<double>()).ToArray();
        var architectures = new List<Architecture>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var line = csv.LineNumber;
            if (csv.FieldCount != header.Length)
            {
                throw new UserError(
                    $"{_file}, line {line}: {csv.FieldCount} fields where the header has {header.Length}; "
                    + "the row is damaged or the file cut off, fetch it again");
            }

            var architecture = Architecture(csv.GetString(architectureColumn), line);
            if (!lines.TryAdd(architecture.Text, line))
            {
                throw new UserError(
                    $"{_file}, line {line}: architecture '{architecture}' is on line {lines[architecture.Text]} "
                    + "already; remove one of the two");
            }

            architectures.Add(architecture);
            for (var i = 0; i < columns.Length; i++)
            {
                columns[i]?.Add(Percent(csv.GetString(i), header[i], line));
            }
        }

        if (architectures.Count == 0)
        {
            throw new UserError($"{_file} holds a header and no rows; fetch it again");
        }

        var accuracies = targets.Zip(columns)
            .Where(pair => pair.First is not null)
            .ToImmutableDictionary(pair => pair.First!, pair => pair.Second!.ToArray());
        var checksum = Convert.ToHexStringLower(SHA256.HashData(_content));
        return new BenchmarkTable(_description, checksum, architectures, accuracies);
    }

    private Architecture Architecture(string text, long line)
    {
        try
        {
            return _space.Parse(text);
        }
        catch (UserError fault)
        {
            throw new UserError($"{_file}, line {line}: {fault.Message}", fault);
        }
    }

    private double Percent(string text, string column, long line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value is >= 0 and <= 100
            ? value
            : throw new UserError(
                $"{_file}, line {line}: {column} is '{text}', but an accuracy is a number of percent in "
                + "[0, 100]; correct or remove the row");

    private static string FirstLine(Exception fault) => fault.Message.Split('\n', 2)[0].TrimEnd('\r');
}
