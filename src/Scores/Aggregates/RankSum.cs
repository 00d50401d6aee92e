using ZcBench.Statistics;

namespace ZcBench.Scores.Aggregates;

/// <summary>Sums of ranks, the arithmetic that several aggregates share.</summary>
internal static class RankSum
{
    /// <summary>
    /// Σ over the members of f(rank), rank ascending from 1 (worst) with ties averaged, undefined scores tied
    /// at the bottom; undefined where no member has a score.
    /// </summary>
    public static IReadOnlyList<Score> Of(IReadOnlyList<ScoreColumn> members, Func<double, double> f)
    {
        var ranks = members.Select(member => Ranks.Of(member.Oriented())).ToList();
        return
        [
            .. Enumerable
                .Range(0, members[0].Scores.Count)
                .Select(i =>
                    members.Any(member => member.Scores[i].IsDefined)
                        ? Score.Of(ranks.Sum(rank => f(rank.Average(i))))
                        : Score.Undefined("no member has a score")
                ),
        ];
    }
}
