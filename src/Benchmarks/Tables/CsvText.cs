using System.Text.Unicode;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The first look at a file that should be CSV. It finds what a CSV reader would blame on something else: an
/// archive, another
/// encoding than UTF-8, line ends of old Macs, another separator than a comma, a column without a name.
/// </summary>
internal static class CsvText
{
    private const int TarMark = 257;

    private static readonly (byte[] Start, string Name)[] Packed =
    [
        ([0x50, 0x4b, 0x03, 0x04], "a zip archive"),
        ([0x42, 0x5a, 0x68], "packed by bzip2"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "packed by xz"),
        ([0x28, 0xb5, 0x2f, 0xfd], "packed by zstd"),
        ([0x37, 0x7a, 0xbc, 0xaf], "a 7z archive"),
        ([0x52, 0x61, 0x72, 0x21], "a rar archive"),
    ];

    /// <summary>Refuses a text that is not UTF-8 with lines of fields separated by commas.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="file">Its name, for the refusal.</param>
    /// <exception cref="UserError">It is something else; the sentence names it.</exception>
    public static void Check(ReadOnlySpan<byte> content, string file)
    {
        if (Archive(content, file) is { } archive)
        {
            throw archive;
        }

        if (Fault(content, file) is { } fault)
        {
            throw fault;
        }

        if (!Utf8.IsValid(content))
        {
            throw new UserError($"{file} holds bytes that are not UTF-8; save it as UTF-8");
        }
    }

    /// <summary>The refusal of an archive, known by its first bytes; null for every other file.</summary>
    public static UserError? Archive(ReadOnlySpan<byte> head, string file)
    {
        if (head.Length > TarMark && head[TarMark..].StartsWith("ustar"u8))
        {
            return new($"{file} is a tar archive; unpack it first");
        }

        foreach (var (start, name) in Packed)
        {
            if (head.StartsWith(start))
            {
                return new($"{file} is {name}; unpack it first");
            }
        }

        return null;
    }

    /// <summary>
    /// What the first bytes of a text show to be wrong, as a refusal; null where they show nothing.
    /// </summary>
    public static UserError? Fault(ReadOnlySpan<byte> head, string file)
    {
        if (head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] || LooksLikeUtf16(head))
        {
            return new(
                $"{file} is UTF-16 text, as Excel's \"Unicode text\" is; "
                    + "save it as UTF-8 (in Excel \"CSV UTF-8\")"
            );
        }

        if (head.Contains((byte)0))
        {
            return new($"{file} is not a text file: it holds zero bytes; give a CSV file");
        }

        var end = head.IndexOf((byte)'\n');
        var line = head[..(end < 0 ? head.Length : end)].TrimEnd((byte)'\r');
        if (line.Contains((byte)'\r'))
        {
            return new(
                $"{file} ends its lines with CR alone, as old Mac programs do; "
                    + "save it with line ends LF or CR LF"
            );
        }

        return !line.Contains((byte)',') && line.IndexOfAny((byte)';', (byte)'\t') is >= 0 and var place
            ? new(
                $"{file} separates its columns by {(line[place] == (byte)';' ? "';'" : "tabs")}, "
                    + "where commas were expected; write it with commas"
            )
            : null;
    }

    /// <summary>Refuses a header with a nameless column.</summary>
    /// <exception cref="UserError">A column has no name.</exception>
    public static void RequireNames(IReadOnlyList<string> header, string file)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(header[i]))
            {
                throw new UserError(
                    $"{file}, line 1: column {i + 1} has no name; "
                        + "remove it (pandas leaves it out with index=False), "
                        + "or remove the comma at the end of each line"
                );
            }
        }
    }

    // Without a byte order mark: ASCII characters of two bytes, one of which is zero.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> head) =>
        head is [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..];
}
