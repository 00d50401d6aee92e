using CsvHelper;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// A CSV file with a header, each row of which is about one architecture: tables, scores that others
/// published, and files to import. A row of another length than the header, a malformed architecture and one
/// that is there twice are refused with their line.
/// </summary>
internal sealed class ArchitectureRows
{
    // Commas, one header, nothing malformed.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private readonly CsvReader _csv;
    private readonly string _file;
    private readonly Dictionary<string, long> _lines = new(StringComparer.Ordinal);

    private ArchitectureRows(CsvReader csv, string file)
    {
        _csv = csv;
        _file = file;
        csv.ReadHeader();
        Header = [.. csv.Headers];
    }

    /// <summary>Names of the columns.</summary>
    public string[] Header { get; }

    /// <summary>Line of the row, from 1.</summary>
    public long Line => _csv.LineNumber;

    /// <summary>A field of the row.</summary>
    public string this[int place] => _csv.GetString(place);

    /// <summary>Reads a text that <see cref="CsvText.Check"/> finds to be one.</summary>
    /// <param name="text">The unpacked file.</param>
    /// <param name="file">Its name, for refusals.</param>
    /// <param name="read">What to make of the rows.</param>
    /// <exception cref="UserError">It is not CSV.</exception>
    public static T Read<T>(byte[] text, string file, Func<ArchitectureRows, T> read)
    {
        using var csv = CsvReader.Create(text, Options);
        return Read(csv, file, read);
    }

    /// <summary>Reads a file as a stream, which stays open.</summary>
    /// <param name="text">The unpacked file.</param>
    /// <param name="file">Its name, for refusals.</param>
    /// <param name="read">What to make of the rows.</param>
    /// <exception cref="UserError">It is not CSV.</exception>
    public static T Read<T>(Stream text, string file, Func<ArchitectureRows, T> read)
    {
        using var csv = CsvReader.Create(text, Options, true);
        return Read(csv, file, read);
    }

    /// <summary>A field of the first row as it stands; null where there is no row.</summary>
    /// <param name="place">Place of its column.</param>
    public string? First(int place) => _csv.Read() && _csv.FieldCount > place ? this[place] : null;

    /// <summary>The architecture of the next row; null after the last.</summary>
    /// <param name="space">The space to read it as.</param>
    /// <param name="names">Names of the columns that spell it.</param>
    /// <param name="places">Their places.</param>
    /// <param name="hint">What to add to the refusal of a malformed one.</param>
    /// <param name="isOwn">Whether the current row is to be read; null to read every row.</param>
    /// <exception cref="UserError">The row is refused.</exception>
    public Architecture? Next(
        ISearchSpace space,
        IReadOnlyList<string> names,
        IReadOnlyList<int> places,
        string hint = "",
        Func<bool>? isOwn = null
    ) => Next(() => Architecture(space, names, places, hint), isOwn);

    /// <summary>The architecture of the next row by one field of it; null after the last.</summary>
    /// <param name="read">Finds the architecture that the field names.</param>
    /// <param name="place">Place of the field's column.</param>
    /// <exception cref="UserError">The row is refused.</exception>
    public Architecture? Next(Func<string, Architecture> read, int place) => Next(() => read(this[place]));

    private Architecture? Next(Func<Architecture> read, Func<bool>? isOwn = null)
    {
        do
        {
            if (!_csv.Read())
            {
                return null;
            }

            if (_csv.FieldCount != Header.Length)
            {
                throw new UserError(
                    $"{_file}, line {Line}: {_csv.FieldCount} fields where the header has {Header.Length}; "
                        + "the row is damaged or the file cut off, correct it or fetch it again"
                );
            }
        } while (isOwn?.Invoke() == false);

        var architecture = read();
        return _lines.TryAdd(architecture.Text, Line)
            ? architecture
            : throw new UserError(
                $"{_file}, line {Line}: architecture '{architecture}' is on line {_lines[architecture.Text]} "
                    + "already; remove one of the two"
            );
    }

    /// <summary>Refuses a file without any row.</summary>
    /// <exception cref="UserError">No row was read.</exception>
    public void RequireSome()
    {
        if (_lines.Count == 0)
        {
            throw new UserError($"{_file} holds a header and no rows; fetch it again");
        }
    }

    private static T Read<T>(CsvReader csv, string file, Func<ArchitectureRows, T> read)
    {
        try
        {
            return read(new(csv, file));
        }
        catch (CsvFormatException fault)
        {
            var what = fault.Message.Split('\n', 2)[0].TrimEnd('\r', '.');
            throw new UserError(
                $"{file}, line {fault.LineNumber}: invalid CSV ({what}); correct the line",
                fault
            );
        }
    }

    private Architecture Architecture(
        ISearchSpace space,
        IReadOnlyList<string> names,
        IReadOnlyList<int> places,
        string hint
    )
    {
        try
        {
            return places is [var one]
                ? space.Parse(this[one])
                : space.Columns!.Read(names, [.. places.Select(place => this[place])]);
        }
        catch (UserError fault)
        {
            throw new UserError($"{_file}, line {Line}: {fault.Message}{hint}", fault);
        }
    }
}
