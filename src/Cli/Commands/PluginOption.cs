using System.CommandLine;
using ZcBench.Proxies;

namespace ZcBench.Cli.Commands;

/// <summary>Proxies of one's own, for every command.</summary>
internal static class PluginOption
{
    public const string Name = "--plugin";

    public static Option<string[]> Create() =>
        new(Name)
        {
            Description =
                "A class library with proxies of your own (docs/adding-a-proxy.md); may be repeated",
            Recursive = true,
        };

    public static void Load(string[]? paths)
    {
        foreach (var path in paths ?? [])
        {
            Plugin.Load(path);
        }
    }
}
