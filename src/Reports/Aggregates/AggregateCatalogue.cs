using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Aggregates;

/// <summary>The aggregates this program knows, found by scanning this assembly.</summary>
public static class AggregateCatalogue
{
    /// <summary>Every aggregate by id.</summary>
    public static IReadOnlyDictionary<string, IAggregate> All { get; } =
        Catalogue.Scan<IAggregate>(typeof(AggregateCatalogue).Assembly, aggregate => aggregate.Info.Id);

    /// <summary>Whether one of the named aggregates combines the proxy.</summary>
    public static bool NeedsMember(IEnumerable<string> ids, string proxy) =>
        ids.Any(id => All.TryGetValue(id, out var aggregate) && aggregate.Members.Contains(proxy));

    /// <summary>The aggregate's column over a run.</summary>
    internal static ScoreColumn Over(
        this IAggregate aggregate, IReadOnlyDictionary<string, ScoreColumn> measured)
    {
        var members = aggregate.Members.Select(id => measured[id]).ToList();
        return new(
            aggregate.Info, aggregate.Combine(members), members.Sum(member => member.MillisecondsPerArchitecture));
    }
}
