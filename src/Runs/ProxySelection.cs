using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Runs;

/// <summary>What a list of proxies and aggregates asks for.</summary>
/// <param name="Ids">The ids to report, sorted.</param>
/// <param name="Proxies">
/// The proxies to compute: members of aggregates and the counting baselines, which every table compares with,
/// included.
/// </param>
public sealed record ProxySelection(IReadOnlyList<string> Ids, IReadOnlyList<IProxy> Proxies)
{
    private const string All = "all";

    /// <summary>Reads a list such as "wot,das,params", or "all", for a search space.</summary>
    /// <exception cref="UserError">A name is unknown, or none is there.</exception>
    public static ProxySelection Parse(string list, string space)
    {
        var known = ProxyCatalogue.Proxies.Keys.Concat(AggregateCatalogue.All.Keys).ToDictionary(id => id);
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            throw new UserError(
                "no proxy is named; give a list such as wot,params, or all (zcbench ls proxies)"
            );
        }

        var ids = names
            .SelectMany(IEnumerable<string> (name) => name == All ? known.Keys : [Known(name)])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var members = ids.SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(space) ?? [id]);
        var baselines = ProxyCatalogue
            .Proxies.Values.Where(proxy => proxy.Info is { Input: InputKind.None, Init: InitKind.None })
            .Select(proxy => proxy.Info.Id);
        return new(ids, [.. members.Union(baselines).Order(StringComparer.Ordinal).Select(Proxy)]);

        string Known(string name) =>
            AggregateCatalogue.Find(name) is { } aggregate
                ? aggregate.Info.Id
                : Names.Find(known, name, "proxy", "zcbench ls proxies");

        static IProxy Proxy(string id) =>
            AggregateCatalogue.All.ContainsKey(id)
                ? throw new UserError(
                    $"'{id}' is an aggregate, and a rank sum takes proxies; name proxies (zcbench ls proxies)"
                )
                : Names.Find(ProxyCatalogue.Proxies, id, "proxy", "zcbench ls proxies");
    }
}
