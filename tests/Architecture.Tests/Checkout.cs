namespace ZcBench.Architecture.Tests;

/// <summary>The checkout these tests were built from, read as text.</summary>
internal static class Checkout
{
    private const string Marker = "bench.sln";
    private static readonly string[] Folders = ["src", "tests", "data", "docs", "scripts", ".ci"];
    private static readonly string[] Written = ["bin", "obj", ".git"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file that people maintain, by its path relative to the root, with '/'.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Folders
            .Where(folder => Directory.Exists(Full(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Intersect(Written).Any())
            .Order(StringComparer.Ordinal),
    ];

    public static string Full(string file) => Path.Combine(Root, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Marker)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException(
                $"{Marker} is in no folder above {AppContext.BaseDirectory}"
            );
    }
}
