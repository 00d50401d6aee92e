using System.Reflection;

namespace ZcBench.Proxies.Engine;

/// <summary>The packages that the build took native files from, as Libtorch.props recorded them.</summary>
internal static class Packages
{
    /// <summary>
    /// Their folders of native files in the folder of packages; they need not exist where the program runs.
    /// </summary>
    public static IReadOnlyList<string> NativeFolders { get; } =
    [.. Metadata("NativeFolders").Split(';').Select(folder => Path.Combine(Root, folder))];

    /// <summary>The libtorch that TorchSharp was built for.</summary>
    public static string LibtorchVersion { get; } = Metadata("LibtorchVersion");

    // Where NuGet keeps packages. A built program that moves to another machine looks there too.
    private static string Root =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );

    private static string Metadata(string key) =>
        typeof(Packages)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key)
            .Value!;
}
