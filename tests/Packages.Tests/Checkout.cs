namespace ZcBench.Packages.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>The libraries that become packages: projects of src that say so.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
    [
        .. Directory
            .GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file =>
                File.ReadAllText(file).Contains("<IsPackable>true", StringComparison.Ordinal)
                && Path.GetFileName(file) != "Cli.csproj"
            )
            .Select(file => $"ZcBench.{Path.GetFileNameWithoutExtension(file)}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "bench.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
