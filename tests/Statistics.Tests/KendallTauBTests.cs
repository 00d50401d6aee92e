using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class KendallTauBTests
{
    private static readonly KendallTauB Tau = new();

    [Fact]
    public void Ties_on_both_sides_agree_with_all_pairs() =>
        Law.Holds(sample => Tau.Compute(sample).Is(BruteForce.TauB(sample)));

    [Fact]
    public void Long_samples_agree_with_all_pairs()
    {
        var sample = Samples.Normal(2000, 0.6, seed: 1).MapScores(score => Math.Round(score * 5));
        Assert.True(Tau.Compute(sample).Is(BruteForce.TauB(sample)));
    }

    [Fact]
    public void Strictly_increasing_maps_change_nothing() =>
        Law.Holds(sample => Tau.Compute(sample) == Tau.Compute(sample.MapScores(Math.Exp)));

    [Fact]
    public void Negated_scores_negate_it() =>
        Law.Holds(sample =>
        {
            var finite = sample.MapScores(score => Math.Max(score, -1));
            return Tau.Compute(finite.MapScores(score => -score)).Is(Tau.Compute(finite).Negative());
        });

    [Fact]
    public void Scores_and_accuracies_may_be_exchanged() =>
        Law.Holds(sample => Tau.Compute(sample).Agrees(Tau.Compute(sample.Exchanged())));

    [Fact]
    public void A_proxy_that_ties_as_the_accuracies_do_has_exactly_one() =>
        Law.Holds(sample => Tau.Compute(sample.WithScores(sample.Truth)) is { Value: null or 1 });

    [Fact]
    public void The_example_of_scipy_is_reproduced() =>
        Assert.True(Tau.Compute([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).Is(-0.4714045207910317));

    [Fact]
    public void Equal_scores_leave_it_undefined() =>
        Assert.Equal("all scores are equal", Tau.Compute([1, 1, 1], [1, 2, 3]).Reason);

    [Fact]
    public void One_architecture_leaves_it_undefined() =>
        Assert.Equal("there are fewer than two architectures", Tau.Compute([1], [1]).Reason);
}
