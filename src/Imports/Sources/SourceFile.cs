using ZcBench.Benchmarks;

namespace ZcBench.Imports.Sources;

/// <summary>A file to import.</summary>
/// <param name="Path">Path as the user gave it.</param>
/// <param name="Length">Its length in bytes.</param>
internal sealed record SourceFile(string Path, long Length)
{
    private const int HeadBytes = 4096;

    /// <summary>
    /// The files of a path: itself, or those of a folder in the order of their names, without hidden ones.
    /// </summary>
    /// <exception cref="UserError">There is nothing at the path, or the folder is empty.</exception>
    public static IReadOnlyList<SourceFile> At(string path)
    {
        if (File.Exists(path))
        {
            return [new(path, new FileInfo(path).Length)];
        }

        if (!Directory.Exists(path))
        {
            throw new UserError($"no such file or folder: '{path}'; check the path");
        }

        List<SourceFile> files =
        [
            .. Guarded(path, () => new DirectoryInfo(path).GetFiles())
                .Where(file => !file.Name.StartsWith('.'))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new SourceFile(System.IO.Path.Combine(path, file.Name), file.Length)),
        ];
        return files.Count > 0
            ? files
            : throw new UserError($"folder '{path}' holds no files; check the path");
    }

    /// <summary>The first bytes.</summary>
    public byte[] Head() =>
        Guarded(
            Path,
            () =>
            {
                using var file = File.OpenRead(Path);
                var head = new byte[HeadBytes];
                return head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
            }
        );

    /// <summary>Does something with a file, and refuses it by name where it cannot be read.</summary>
    internal static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read: {fault.Message}", fault);
        }
    }
}
