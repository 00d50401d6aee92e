using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;
using ZcBench.Scores.Published;
using ZcBench.Training.States;

namespace ZcBench.Runs;

/// <summary>
/// Names of proxies and aggregates as users write them, with or without a length of training: wot, das,
/// wot@20, das@1epoch, rank_sum:wot@20+params.
/// </summary>
public static class ProxyNames
{
    private const string All = "all";

    static ProxyNames() => ProxyCatalogue.Add(typeof(Trainer).Assembly);

    /// <summary>
    /// The ids that a list names, in its order; "all" stands for every proxy and aggregate of networks as
    /// they are drawn.
    /// </summary>
    /// <exception cref="UserError">A name is unknown, cannot be asked so, or none is there.</exception>
    public static IReadOnlyList<string> Ids(string list) =>
        [
            .. Split(list)
                .SelectMany(
                    IEnumerable<string> (name) =>
                        name == All
                            ? ProxyCatalogue
                                .Select(All)
                                .Select(proxy => proxy.Info.Id)
                                .Concat(AggregateCatalogue.All.Keys)
                            : [Id(name)]
                )
                .Distinct(),
        ];

    /// <summary>The proxies that a list names, sorted by id; no aggregates.</summary>
    /// <exception cref="UserError">A name is unknown, cannot be asked so, or none is there.</exception>
    public static IReadOnlyList<IProxy> Proxies(string list) =>
        [
            .. Split(list)
                .SelectMany(name => name == All ? ProxyCatalogue.Select(All) : [Find(Id(name))])
                .DistinctBy(proxy => proxy.Info.Id)
                .OrderBy(proxy => proxy.Info.Id, StringComparer.Ordinal),
        ];

    /// <summary>
    /// A list of the same proxies in several states: each name that can be trained with each length of
    /// training, and the others as they are. What is read off the steps of a training has no state before the
    /// first.
    /// </summary>
    /// <param name="list">Names without a length of training.</param>
    /// <param name="states">Lengths of training: "0,5,20,1epoch".</param>
    /// <exception cref="UserError">A name or a length is none.</exception>
    public static string WithStates(string list, string states)
    {
        var budgets = Split(states, "no state is named; give lengths of training such as 0,5,20,1epoch")
            .Select(TrainingBudget.Parse)
            .Distinct()
            .ToList();
        return string.Join(
            ',',
            Split(list)
                .SelectMany(
                    IEnumerable<string> (name) =>
                        name == All ? ProxyCatalogue.Select(All).Select(proxy => proxy.Info.Id) : [name]
                )
                .SelectMany(
                    IEnumerable<string> (name) =>
                        IsTrainable(name)
                            ? budgets
                                .Where(budget => budget.Count > 0 || !ReadsSteps(name))
                                .Select(budget => budget.Of(name))
                            : [name]
                )
        );
    }

    /// <summary>The proxy of an id, wot@20 included.</summary>
    /// <exception cref="UserError">There is none, or it cannot be asked for training.</exception>
    internal static IProxy Find(string id)
    {
        var (name, budget) = TrainingBudget.Split(id);
        var proxy = ProxyCatalogue.Named(name);
        return budget is { } length ? new TrainedProxy(proxy, length) : proxy;
    }

    /// <summary>
    /// Which end of a score is good that goes by a name of ours or by one that other suites use; null for a
    /// name that is not known.
    /// </summary>
    public static Direction? DirectionOf(string name) =>
        Namesakes
            .Of(name)
            .Select(id =>
                ProxyCatalogue.Find(id) is { } proxy ? proxy.Info.Direction
                : AggregateCatalogue.All.TryGetValue(id, out var aggregate) ? aggregate.Info.Direction
                : (Direction?)null
            )
            .FirstOrDefault(direction => direction is not null);

    private static string Id(string name)
    {
        if (AggregateCatalogue.Find(name) is { } aggregate)
        {
            return aggregate.Info.Id;
        }

        var (written, budget) = TrainingBudget.Split(name);
        var id = Alias(written);
        if (id != written && AggregateCatalogue.All.ContainsKey(id))
        {
            return Id(budget?.Of(id) ?? id);
        }

        var proxy = ProxyCatalogue.Named(id, AggregateCatalogue.All.Keys);
        var found = proxy.Info.Id;
        return (budget, TrainedProxy.IsOfTraining(proxy)) switch
        {
            (null, true) => throw new UserError(
                $"'{found}' is read off a training; say for how long, as in {found}@50 or {found}@1epoch"
            ),
            ({ } length, _) when ScoreColumn.Counts(proxy.Info) => throw new UserError(
                $"'{name}' is not possible: {found} counts parts of the graph, "
                    + $"which training does not change; leave @{length} away"
            ),
            ({ } length, _) => length.Of(found),
            _ => found,
        };
    }

    // A name that the field uses for one of ours: naswot, jacov, grad-norm.
    private static string Alias(string name)
    {
        var plain = name.Replace('-', '_').ToLowerInvariant();
        return Namesakes.Of(name).Concat(Namesakes.Of(plain)).FirstOrDefault(IsKnown) ?? name;

        static bool IsKnown(string id) =>
            ProxyCatalogue.Proxies.ContainsKey(id) || AggregateCatalogue.All.ContainsKey(id);
    }

    // An unknown name counts as one, so that it is refused as such.
    private static bool IsTrainable(string name) =>
        TrainingBudget.Split(name).Budget is null
        && !name.StartsWith(RankSumOf.Prefix, StringComparison.Ordinal)
        && (
            ProxyCatalogue.Find(name) is not { } proxy
            || (!ScoreColumn.Counts(proxy.Info) && TrainedProxy.IsPossible(proxy))
        )
        && !(AggregateCatalogue.Find(name) is { } aggregate && ScoreColumn.Counts(aggregate.Info));

    private static bool ReadsSteps(string name) =>
        ProxyCatalogue.Proxies.TryGetValue(name, out var proxy) && TrainedProxy.ReadsSteps(proxy);

    private static string[] Split(string list, string? lack = null)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0
            ? names
            : throw new UserError(
                lack ?? "no proxy is named; give a list such as wot,params, or all (zcbench ls proxies)"
            );
    }
}
