using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;
using ZcBench.Training.States;

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

    static ProxySelection() => ProxyCatalogue.Add(typeof(Trainer).Assembly);

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
            .SelectMany(
                IEnumerable<string> (name) => name == All ? known.Keys.Where(IsOfDrawn) : [Known(name)]
            )
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var members = ids.SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(space) ?? [id]);
        var baselines = ProxyCatalogue
            .Proxies.Values.Where(proxy => proxy.Info is { Input: InputKind.None, Init: InitKind.None })
            .Select(proxy => proxy.Info.Id);
        return new(ids, [.. members.Union(baselines).Order(StringComparer.Ordinal).Select(Proxy)]);

        string Known(string name)
        {
            if (AggregateCatalogue.Find(name) is { } aggregate)
            {
                return aggregate.Info.Id;
            }

            var (id, budget) = TrainingBudget.Split(name);
            var found = Names.Find(known, id, "proxy", "zcbench ls proxies");
            return (budget, IsOfDrawn(found)) switch
            {
                (null, false) => throw new UserError(
                    $"'{found}' is read off a training; say for how long, as in {found}@50 or {found}@1epoch"
                ),
                ({ } length, _) when ScoreColumn.Counts(ProxyCatalogue.Proxies[found].Info) =>
                    throw new UserError(
                        $"'{name}' is not possible: {found} counts parts of the graph, "
                            + $"which training does not change; leave @{length} away"
                    ),
                ({ } length, _) => length.Of(found),
                _ => found,
            };
        }

        static IProxy Proxy(string id) =>
            AggregateCatalogue.All.ContainsKey(TrainingBudget.Split(id).Id)
                ? throw new UserError(
                    $"'{id}' is an aggregate, and a rank sum takes proxies; name proxies (zcbench ls proxies)"
                )
                : Find(id);
    }

    /// <summary>The proxy of an id, wot@20 included.</summary>
    /// <exception cref="UserError">There is none, or it cannot be asked for training.</exception>
    internal static IProxy Find(string id)
    {
        var (name, budget) = TrainingBudget.Split(id);
        var proxy = Names.Find(ProxyCatalogue.Proxies, name, "proxy", "zcbench ls proxies");
        return budget is { } length ? new TrainedProxy(proxy, length) : proxy;
    }

    /// <summary>The proxies that ask for training, and for how long.</summary>
    internal IEnumerable<(string Id, TrainingBudget Budget)> Trained =>
        Proxies.OfType<TrainedProxy>().Select(proxy => (proxy.Info.Id, proxy.Budget));

    private static bool IsOfDrawn(string id) =>
        !ProxyCatalogue.Proxies.TryGetValue(id, out var proxy) || !TrainedProxy.IsOfTraining(proxy);
}
