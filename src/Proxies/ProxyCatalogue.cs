using System.Collections.Immutable;
using System.Reflection;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies;

/// <summary>
/// The proxies this program knows, found by scanning this assembly and those that were added.
/// </summary>
public static class ProxyCatalogue
{
    private const string All = "all";

    private static ImmutableSortedDictionary<string, IProxy> _proxies = Of(typeof(ProxyCatalogue).Assembly);

    /// <summary>Every proxy by id.</summary>
    public static IReadOnlyDictionary<string, IProxy> Proxies => _proxies;

    /// <summary>Adds the proxies of another assembly; a second time changes nothing.</summary>
    /// <exception cref="InvalidOperationException">
    /// A proxy of another class has the id already; both are named.
    /// </exception>
    public static void Add(Assembly assembly)
    {
        foreach (var (id, proxy) in Of(assembly))
        {
            if (!_proxies.TryGetValue(id, out var there))
            {
                ImmutableInterlocked.Update(ref _proxies, all => all.SetItem(id, proxy));
            }
            else if (there.GetType() != proxy.GetType())
            {
                throw new InvalidOperationException(
                    $"id '{id}' is claimed by both {there.GetType()} and {proxy.GetType()}; rename one"
                );
            }
        }
    }

    private static ImmutableSortedDictionary<string, IProxy> Of(Assembly assembly) =>
        Benchmarks.Catalogue.Scan<IProxy>(assembly, proxy => proxy.Info.Id);

    /// <summary>
    /// The proxies of a list such as "wot,params", in catalogue order and each once; "all" stands for every
    /// one of networks as they are drawn.
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
                name == All
                    ? Proxies.Values.Where(proxy => !TrainedProxy.IsOfTraining(proxy))
                    : [Names.Find(Proxies, name, "proxy", "zcbench ls proxies")]
        );
        return
        [
            .. chosen
                .DistinctBy(proxy => proxy.Info.Id)
                .OrderBy(proxy => proxy.Info.Id, StringComparer.Ordinal),
        ];
    }
}
