using System.Reflection;

namespace ZcBench.Proxies.Engine;

/// <summary>The packages that the build took native files from, as Libtorch.props recorded them.</summary>
internal static class Packages
{
    /// <summary>Their folders of native files; they need not exist where the program runs.</summary>
    public static IReadOnlyList<string> NativeFolders { get; } = Metadata("NativeFolders").Split(';');

    /// <summary>The libtorch that TorchSharp was built for.</summary>
    public static string LibtorchVersion { get; } = Metadata("LibtorchVersion");

    private static string Metadata(string key) =>
        typeof(Packages)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key)
            .Value!;
}
