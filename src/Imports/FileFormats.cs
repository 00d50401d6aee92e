using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Imports.Csv;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports;

/// <summary>The kinds of files that can be imported, found by scanning this assembly.</summary>
public static class FileFormats
{
    /// <summary>All formats by id.</summary>
    internal static IReadOnlyDictionary<string, IFileFormat> All { get; } =
        Catalogue.Scan<IFileFormat>(typeof(FileFormats).Assembly, format => format.Id);

    /// <summary>What each kind is called, in the order of their ids.</summary>
    public static IReadOnlyList<string> Titles { get; } = [.. All.Values.Select(format => format.Title)];

    /// <summary>The kind of a file by its first bytes.</summary>
    /// <exception cref="UserError">It is of none or of several kinds.</exception>
    internal static IFileFormat Of(SourceFile file)
    {
        if (file.Length == 0)
        {
            throw new UserError($"{file.Path} is empty; fetch it again");
        }

        var head = file.Head();
        return All.Values.FirstOrDefault(format => format.Recognises(head)) ?? throw Unknown(file.Path, head);
    }

    private static UserError Unknown(string path, ReadOnlySpan<byte> head)
    {
        if (Gzip.IsPacked(head))
        {
            return new($"{path} is packed by gzip, which is read for CSV only; unpack it first");
        }

        if (CsvText.Archive(head, path) is { } archive)
        {
            return archive;
        }

        var isText = CsvFormat.IsText(head) || head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        if (isText && CsvText.Fault(head, path) is { } fault)
        {
            return fault;
        }

        return new(
            $"{path} begins with {Convert.ToHexStringLower(head[..Math.Min(8, head.Length)])}, "
                + $"as no known kind of file does; known are {string.Join(", ", Titles)}: check the file"
        );
    }
}
