using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies;

/// <summary>The proxies this program knows, found by scanning this assembly.</summary>
public static class ProxyCatalogue
{
    private const string All = "all";

    /// <summary>Every proxy by id.</summary>
    public static IReadOnlyDictionary<string, IProxy> Proxies { get; } =
        Benchmarks.Catalogue.Scan<IProxy>(typeof(ProxyCatalogue).Assembly, proxy => proxy.Info.Id);

    /// <summary>
    /// The proxies of a list such as "wot,params", in catalogue order and each once; "all" stands for every
    /// one.
    /// </summary>
    /// <exception cref="UserError">A name is unknown; the nearest known one is suggested.</exception>
    public static IReadOnlyList<IProxy> Select(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw new UserError(
                "no proxy is named; give a list such as wot,params, or all (zcbench ls proxies)"
            );
        }

        var chosen = names.SelectMany(
            IEnumerable<IProxy> (name) =>
                name == All ? Proxies.Values : [Names.Find(Proxies, name, "proxy", "zcbench ls proxies")]
        );
        return
        [
            .. chosen
                .DistinctBy(proxy => proxy.Info.Id)
                .OrderBy(proxy => proxy.Info.Id, StringComparer.Ordinal),
        ];
    }
}
