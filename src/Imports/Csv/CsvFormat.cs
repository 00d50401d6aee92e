using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Csv;

/// <summary>
/// CSV of any origin, with a header. Its columns are named as tables name them (docs/tables.md), or the map
/// says which of them makes which column of the table. It may be packed by gzip. Architectures are checked
/// and written in their one spelling.
/// </summary>
internal sealed class CsvFormat : IFileFormat
{
    /// <inheritdoc/>
    public string Id => "csv";

    /// <inheritdoc/>
    public string Title => "CSV with a header";

    /// <inheritdoc/>
    public Provenance Provenance { get; } =
        new(
            "nasbench201",
            "Imported CSV",
            0,
            null,
            "not stated",
            "not stated",
            "not stated",
            ["What the numbers are is what the names of the columns say; the importer cannot check it."]
        );

    /// <inheritdoc/>
    public bool AnySpace => true;

    /// <inheritdoc/>
    public bool OwnColumns => true;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = Utf8Mark.Without(Gzip.IsPacked(head) ? GzipHead.Of(head) : head);
        var end = text.IndexOf((byte)'\n');
        return end > 0
            && text[..end].Contains((byte)',')
            && text[0] is not ((byte)'{' or (byte)'[')
            && IsText(text);
    }

    /// <summary>Whether there are no bytes that texts have not.</summary>
    public static bool IsText(ReadOnlySpan<byte> head) =>
        !head.ContainsAnyInRange((byte)0, (byte)8) && !head.ContainsAnyInRange((byte)14, (byte)31);

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        using var stream = reading.Open();
        var head = reading.File.Head();
        if (CsvText.Fault(Gzip.IsPacked(head) ? GzipHead.Of(head) : head, reading.Path) is { } fault)
        {
            throw fault;
        }

        using Stream content = Gzip.IsPacked(head) ? Unpacked(stream, reading.Path) : stream;
        return ArchitectureRows.Read(
            content,
            reading.Path,
            rows =>
            {
                Rows(rows, reading, add);
                return stream.Finish();
            }
        );
    }

    private static MemoryStream Unpacked(Stream stream, string path)
    {
        using var packed = new MemoryStream();
        stream.CopyTo(packed);
        return new(Gzip.Unpack(packed.ToArray(), path));
    }

    private void Rows(ArchitectureRows rows, Reading reading, Action<ImportedRow> add)
    {
        var space = SearchSpaces.Named(reading.Request.Space ?? Provenance.Space);
        var columns = CsvColumns.Of(rows.Header, reading.Request.Map, space, reading.Path);
        var hint = reading.Request.Space is null
            ? "; if the file is of another space, name it with --space"
            : "";
        while (rows.Next(space, columns.Spelling, columns.Architecture, hint) is { } architecture)
        {
            add(
                new(
                    architecture,
                    null,
                    [
                        .. columns
                            .Values.Where(item => rows[item.Place].Length > 0)
                            .Select(item =>
                                (item.Column, Number(rows[item.Place], item.Name, reading.Path, rows.Line))
                            ),
                    ],
                    rows.Line
                )
            );
        }
    }

    private static double Number(string text, string column, string path, long line) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new UserError(
                $"{path}, line {line}: {column} is '{text}', where a number was expected; correct the row"
            );
}
