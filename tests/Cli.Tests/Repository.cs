namespace ZcBench.Cli.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "bench.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
