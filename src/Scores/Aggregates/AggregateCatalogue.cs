using ZcBench.Benchmarks;

namespace ZcBench.Scores.Aggregates;

/// <summary>
/// The aggregates this program knows, found by scanning this assembly, and rank sums of any list.
/// </summary>
internal static class AggregateCatalogue
{
    /// <summary>Every named aggregate by id.</summary>
    public static IReadOnlyDictionary<string, IAggregate> All { get; } =
        Catalogue.Scan<IAggregate>(typeof(AggregateCatalogue).Assembly, aggregate => aggregate.Info.Id);

    /// <summary>
    /// The aggregate of that id, "rank_sum:a+b" and "das@20" included; null when the id names none.
    /// </summary>
    /// <exception cref="UserError">It is a rank sum of nothing.</exception>
    public static IAggregate? Find(string id) =>
        id.StartsWith(RankSumOf.Prefix, StringComparison.Ordinal)
            ? new RankSumOf(id)
            : TrainingBudget.Split(id) switch
            {
                (var name, { } budget) when All.TryGetValue(name, out var aggregate) => new AggregateAfter(
                    aggregate,
                    budget
                ),
                _ => All.GetValueOrDefault(id),
            };

    /// <summary>
    /// The aggregate's column over the members' columns. It has seen no less than its members have.
    /// </summary>
    public static ScoreColumn Over(
        this IAggregate aggregate,
        string space,
        IReadOnlyDictionary<string, ScoreColumn> measured
    )
    {
        var members = aggregate.MembersIn(space).Select(id => measured[id]).ToList();
        var budget = members.Max(member => member.Proxy.LabelBudget);
        var info = aggregate.Info with
        {
            LabelBudget = (LabelBudget)Math.Max((int)budget, (int)aggregate.Info.LabelBudget),
        };
        var times = members.Select(member => member.MillisecondsPerArchitecture).OfType<double>().ToList();
        return new(
            info,
            aggregate.Combine(members),
            times.Count == members.Count ? aggregate.Milliseconds(times) : null
        )
        {
            IsCounting = members.All(member => member.IsCounting),
            IsAggregate = true,
            Milliseconds = Times(aggregate, [.. members.Select(member => member.Milliseconds)]),
        };
    }

    private static IReadOnlyList<double>? Times(
        IAggregate aggregate,
        IReadOnlyList<IReadOnlyList<double>?> members
    ) =>
        members.OfType<IReadOnlyList<double>>().ToList() is var known && known.Count == members.Count
            ?
            [
                .. Enumerable
                    .Range(0, known[0].Count)
                    .Select(row => aggregate.Milliseconds([.. known.Select(times => times[row])])),
            ]
            : null;
}
