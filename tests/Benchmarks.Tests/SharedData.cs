using System.IO.Compression;

namespace ZcBench.Benchmarks.Tests;

/// <summary>
/// Benchmark files that the project does not ship: looked for in the folder that the variable ZCBENCH_DATA
/// names, else in a folder shared/data beside the checkout. A test that needs one is skipped where it is not.
/// </summary>
internal static class SharedData
{
    /// <summary>Path of the file; skips the test when there is none.</summary>
    public static string Find(string name)
    {
        var path = Path.Combine(Folder(), name);
        Assert.SkipUnless(File.Exists(path), $"there is no {name}; name its folder in ZCBENCH_DATA");
        return path;
    }

    /// <summary>The rows of a compressed CSV file without its header, split at commas.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var text = new StreamReader(
            new GZipStream(File.OpenRead(Find(name)), CompressionMode.Decompress)
        );
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("ZCBENCH_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "bench.sln")))
        {
            root = Path.GetDirectoryName(root);
        }

        return Path.Combine(root ?? ".", "..", "shared", "data");
    }
}
