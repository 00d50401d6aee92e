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

    /// <summary>The tensor library and its version; loads it.</summary>
    public static string OfEngine => Libtorch.Load().ToString();
}
