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
    /// <returns>How many it has.</returns>
    public static int Add(Assembly assembly)
    {
        var proxies = Of(assembly);
        foreach (var (id, proxy) in proxies)
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

        return proxies.Count;
    }

    /// <summary>
    /// The proxy of an id, variants of <see cref="IProxyFamily"/> included; null where there is none.
    /// </summary>
    public static IProxy? Find(string id) =>
        Proxies.TryGetValue(id, out var proxy)
            ? proxy
            : Families(id)
                .Select(family => family.Variant(id[(family.Info.Id.Length + 1)..]))
                .FirstOrDefault(variant => variant is not null);

    /// <summary>The proxy of an id, variants included.</summary>
    /// <param name="id">The id.</param>
    /// <param name="others">Other names that may have been meant.</param>
    /// <exception cref="UserError">
    /// There is none; how variants are written, or the nearest known name, is said.
    /// </exception>
    public static IProxy Named(string id, params IEnumerable<string> others)
    {
        if (Find(id) is { } found)
        {
            return found;
        }

        if (Families(id).FirstOrDefault() is { } family)
        {
            throw new UserError($"'{id}' is no variant of {family.Info.Id}; write {family.Pattern}");
        }

        var known = Proxies.Keys.Concat(others).ToDictionary(name => name, Proxies.GetValueOrDefault);
        return Names.Find(known, id, "proxy", "zcbench ls proxies")!;
    }

    // Those whose variants an id could name.
    private static IEnumerable<IProxyFamily> Families(string id) =>
        Proxies
            .Values.OfType<IProxyFamily>()
            .Where(family => id.StartsWith($"{family.Info.Id}_", StringComparison.Ordinal));

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
                name == All ? Proxies.Values.Where(proxy => !TrainedProxy.IsOfTraining(proxy)) : [Named(name)]
        );
        return
        [
            .. chosen
                .DistinctBy(proxy => proxy.Info.Id)
                .OrderBy(proxy => proxy.Info.Id, StringComparer.Ordinal),
        ];
    }
}
