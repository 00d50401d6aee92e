using ZcBench.Benchmarks;
using ZcBench.Statistics;

namespace ZcBench.Scores.Aggregates;

/// <summary>The rank sum of any list of proxies, named "rank_sum:a+b+c".</summary>
internal sealed class RankSumOf : IAggregate
{
    /// <summary>What every such name starts with.</summary>
    public const string Prefix = "rank_sum:";

    private const char Separator = '+';

    /// <summary>The aggregate of that name.</summary>
    /// <exception cref="UserError">The name has no members.</exception>
    public RankSumOf(string id)
    {
        const StringSplitOptions Names =
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        Members = [.. id[Prefix.Length..].Split(Separator, Names).Distinct()];
        if (Members.Count == 0)
        {
            throw new UserError($"'{id}' names no proxy; write {Prefix}a+b, for example {Prefix}wot+params");
        }

        Info = new Das().Info with
        {
            Id = Prefix + string.Join(Separator, Members),
            Title = $"rank sum of {string.Join(", ", Members)}",
            Formula = "Σ rank of each member over the scored set",
            Paper = new("zcbench", "docs/proxies.md", "2026", "docs/proxies.md"),
            Reference = "own",
            LabelBudget = LabelBudget.Structure,
            Notes =
                "Ranks ascend from the worst, ties averaged, undefined members tied at the bottom; "
                + "members that order the set identically count once.",
        };
    }

    /// <inheritdoc/>
    public ProxyInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members)
    {
        // Two that order the set identically are one opinion, not two.
        var ranks = members.Select(member => Ranks.Of(member.Oriented())).ToList();
        return RankSum.Of(
            [.. members.Where((_, i) => !ranks.Take(i).Any(earlier => earlier.IsSameAs(ranks[i])))],
            rank => rank
        );
    }
}
