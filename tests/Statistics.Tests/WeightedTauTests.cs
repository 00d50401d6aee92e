using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class WeightedTauTests
{
    private static readonly WeightedTau Tau = new();

    [Fact]
    public void Ties_on_both_sides_agree_with_all_pairs() =>
        Law.Holds(sample => Tau.Compute(sample).Is(BruteForce.WeightedTau(sample)));

    [Fact]
    public void The_example_of_scipy_is_reproduced() =>
        Assert.True(Tau.Compute([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]).Is(-0.56694968153682723));

    [Fact]
    public void Scores_and_accuracies_may_be_exchanged() =>
        Law.Holds(sample => Tau.Compute(sample).Agrees(Tau.Compute(sample.Exchanged())));

    [Fact]
    public void An_exchange_at_the_top_costs_more_than_one_at_the_bottom()
    {
        var top = Tau.Compute([1, 2, 3, 4, 6, 5], [1, 2, 3, 4, 5, 6]).Value;
        var bottom = Tau.Compute([2, 1, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]).Value;
        Assert.True(top < bottom);
    }

    [Fact]
    public void Equal_scores_leave_it_undefined() =>
        Assert.Equal("all scores are equal", Tau.Compute([1, 1, 1], [1, 2, 3]).Reason);
}
