namespace ZcBench.Scores.Aggregates;

/// <summary>
/// A score of each architecture of a set that is made from the scores of its members over the same set; no
/// network runs. It says something about the architectures only relative to that set. One file each, found by
/// scanning.
/// </summary>
public interface IAggregate
{
    /// <summary>What is to be said of it.</summary>
    ProxyInfo Info { get; }

    /// <summary>Ids of the proxies it combines.</summary>
    IReadOnlyList<string> Members { get; }

    /// <summary>The proxies it combines in a search space, where they are not the same in all.</summary>
    IReadOnlyList<string> MembersIn(string space) => Members;

    /// <summary>What it costs, by what its members cost: their sum, unless they share a part.</summary>
    double Milliseconds(IReadOnlyList<double> members) => members.Sum();

    /// <summary>Combines the members' columns, given in the order of <see cref="MembersIn"/>.</summary>
    IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members);
}
