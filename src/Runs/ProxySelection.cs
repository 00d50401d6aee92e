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
    /// <summary>Reads a list such as "wot,das,params,wot@20", or "all", for a search space.</summary>
    /// <exception cref="UserError">A name is unknown, cannot be asked so, or none is there.</exception>
    public static ProxySelection Parse(string list, string space)
    {
        var ids = ProxyNames.Ids(list).Order(StringComparer.Ordinal).ToList();
        var members = ids.SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(space) ?? [id]);
        var baselines = ProxyCatalogue
            .Proxies.Values.Where(proxy => ScoreColumn.Counts(proxy.Info))
            .Select(proxy => proxy.Info.Id);
        return new(ids, [.. members.Union(baselines).Order(StringComparer.Ordinal).Select(Proxy)]);
    }

    private static IProxy Proxy(string id) =>
        AggregateCatalogue.All.ContainsKey(TrainingBudget.Split(id).Id)
            ? throw new UserError(
                $"'{id}' is an aggregate, and a rank sum takes proxies; name proxies (zcbench ls proxies)"
            )
            : ProxyNames.Find(id);
}
