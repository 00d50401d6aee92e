using System.Reflection;
using ZcBench.Proxies.Engine;

namespace ZcBench.Runs;

/// <summary>Versions as they are recorded with scores.</summary>
public static class VersionText
{
    /// <summary>Version of zcbench.</summary>
    public static string OfProgram { get; } =
        typeof(VersionText)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>
    /// Version of zcbench, with the first digits of the commit it was built from where known.
    /// </summary>
    public static string OfBuild { get; } =
        typeof(VersionText)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')
            is [var version, { Length: > 0 } commit]
            ? $"{version}, commit {commit[..Math.Min(10, commit.Length)]}"
            : OfProgram;

    /// <summary>The tensor library and its version; loads it.</summary>
    public static string OfEngine => Libtorch.Load().ToString();
}
