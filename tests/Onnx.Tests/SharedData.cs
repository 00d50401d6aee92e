namespace ZcBench.Onnx.Tests;

/// <summary>
/// Data that the repository does not carry: in the folder that ZCBENCH_DATA names, or in shared/data in or
/// beside a folder above the tests. Tests that need it are skipped where it is missing.
/// </summary>
internal static class SharedData
{
    public static string File(string name)
    {
        var path = Folders()
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(System.IO.File.Exists);
        Assert.SkipWhen(path is null, $"{name} is not at hand; name its folder by ZCBENCH_DATA");
        return path!;
    }

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("ZCBENCH_DATA") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
