using ZcBench.Benchmarks;

namespace ZcBench.Reports.Files;

/// <summary>
/// A file that is written under a temporary name and then moved, so that no reader ever sees half of it.
/// </summary>
internal static class WholeFile
{
    private const string Temporary = ".new";

    /// <summary>Refuses a path that cannot be written, before anything is computed.</summary>
    /// <exception cref="UserError">It is a folder, or in one that does not exist.</exception>
    public static void Check(string path)
    {
        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new UserError($"--out '{path}' is not a file; give the name of a file");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new UserError($"--out '{path}' is in a folder that does not exist; make the folder first");
        }
    }

    /// <summary>Writes what is left of a stream. A file that is there already is replaced.</summary>
    /// <exception cref="UserError">It cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Stream content) => Write(path, content.CopyTo);

    /// <summary>Has a file written. One that is there already is replaced.</summary>
    /// <param name="path">Where it is to be.</param>
    /// <param name="write">Writes all of it; if it fails, nothing is left behind.</param>
    /// <exception cref="UserError">It cannot be written; nothing is left behind.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        try
        {
            using (var file = File.Create(path + Temporary))
            {
                write(file);
            }

            File.Move(path + Temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(path + Temporary);
            throw new UserError(
                $"{path} cannot be written ({fault.Message.TrimEnd('.')}); "
                    + "make room or give write permission",
                fault
            );
        }
        catch
        {
            Discard(path + Temporary);
            throw;
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The user is told what could not be written.
        }
    }
}
