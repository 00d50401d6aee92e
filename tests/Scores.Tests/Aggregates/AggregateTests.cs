using ZcBench.Benchmarks;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Scores.Tests.Aggregates;

public sealed class AggregateTests
{
    private static readonly Score None = Score.Undefined("a reason");

    [Fact]
    public void An_alias_counts_once_in_a_rank_sum()
    {
        var (wot, snip) = (Column("wot", 3, 1, 2, 5), Column("snip", 1, 4, 2, 3));
        var nwot = Column("nwot", 30, 10, 20, 50);
        Assert.Equal(
            new RankSumOf("rank_sum:wot+snip").Combine([wot, snip]),
            new RankSumOf("rank_sum:wot+nwot+snip").Combine([wot, nwot, snip])
        );
    }

    [Fact]
    public void A_rank_sum_adds_ranks_from_the_worst_with_ties_averaged() =>
        Assert.Equal(
            [2.5 + 3, 1 + 2, 2.5 + 1],
            new RankSumOf("rank_sum:a+b")
                .Combine([Column("a", 7, 5, 7), Column("b", 3, 2, 1)])
                .Select(score => score.Value)
        );

    [Fact]
    public void A_score_that_is_better_when_lower_ranks_the_other_way() =>
        Assert.Equal(
            [2.0, 1.0],
            new RankSumOf("rank_sum:a")
                .Combine([Column("a", Direction.LowerIsBetter, Score.Of(1), Score.Of(2))])
                .Select(score => score.Value)
        );

    [Fact]
    public void Where_one_member_has_no_score_it_ranks_worst_and_where_none_has_there_is_no_sum()
    {
        var sums = new RankSumOf("rank_sum:a+b").Combine([
            Column("a", Direction.HigherIsBetter, None, Score.Of(1), None),
            Column("b", Direction.HigherIsBetter, Score.Of(2), Score.Of(1), None),
        ]);
        Assert.Equal([1.5 + 3, 3 + 2], sums.Take(2).Select(score => score.Value));
        Assert.False(sums[2].IsDefined);
    }

    [Fact]
    public void A_rank_sum_of_nothing_is_refused() =>
        Assert.Contains(
            "names no proxy",
            Assert.Throws<UserError>(() => AggregateCatalogue.Find("rank_sum:+")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_vote_is_wins_less_losses_by_the_majority_of_three()
    {
        // a beats b and c, b beats c, by two members of three.
        var vote = new Vote().Combine([
            Column("synflow", 3, 2, 1),
            Column("jacob_cov", 3, 2, 1),
            Column("snip", 1, 2, 3),
        ]);
        Assert.Equal([2.0, 0.0, -2.0], vote.Select(score => score.Value));
    }

    [Fact]
    public void An_aggregate_has_seen_no_less_than_its_members_and_costs_what_they_cost()
    {
        var (a, b) = (Column("a", 1, 2), Column("b", 2, 1));
        var labelled = b with { Proxy = b.Proxy with { LabelBudget = LabelBudget.Labels } };
        var column = new RankSumOf("rank_sum:a+b").Over(
            "nasbench201",
            new Dictionary<string, ScoreColumn>(StringComparer.Ordinal) { ["a"] = a, ["b"] = labelled }
        );
        Assert.Equal(LabelBudget.Labels, column.Proxy.LabelBudget);
        Assert.Equal(2, column.MillisecondsPerArchitecture);
        Assert.True(column.IsAggregate);
        Assert.False(column.IsCounting);
    }

    private static ScoreColumn Column(string id, params double[] values) =>
        Column(id, Direction.HigherIsBetter, [.. values.Select(Score.Of)]);

    private static ScoreColumn Column(string id, Direction direction, params Score[] scores) =>
        new(
            new()
            {
                Id = id,
                Title = id,
                Formula = "",
                Paper = new("", "", "", ""),
                Reference = "",
                Direction = direction,
                Input = InputKind.Minibatch,
                Init = InitKind.Default,
                LabelBudget = LabelBudget.Images,
                Version = 1,
                Cost = "",
            },
            scores,
            1
        );
}
