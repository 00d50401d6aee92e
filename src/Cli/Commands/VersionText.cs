using System.Reflection;
using ZcBench.Proxies.Engine;

namespace ZcBench.Cli.Commands;

/// <summary>Versions as they are recorded with scores.</summary>
internal static class VersionText
{
    public static string OfProgram { get; } =
        typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public static string OfEngine => Libtorch.Load().ToString();
}
