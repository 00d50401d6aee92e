using MathNet.Numerics.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class SpearmanTests
{
    private static readonly Spearman Rho = new();

    [Fact]
    public void Ties_agree_with_a_calculation_by_hand()
    {
        // Ranks 1, 2.5, 2.5, 4 against 2, 1, 3.5, 3.5: Σ dd' = 2.25, Σ d² = Σ d'² = 4.5.
        Assert.True(Rho.Compute([1, 2, 2, 3], [5, 4, 6, 6]).Is(2.25 / 4.5));
    }

    [Fact]
    public void The_example_of_scipy_is_reproduced() =>
        Assert.True(Rho.Compute([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).Is(0.8207826816681233));

    [Fact]
    public void It_agrees_with_Math_NET()
    {
        var sample = Samples.Normal(500, 0.4, seed: 2).MapScores(score => Math.Round(score * 3));
        var expected = Correlation.Spearman(sample.Scores.ToArray(), sample.Truth.ToArray());
        Assert.True(Rho.Compute(sample).Is(expected));
    }

    [Fact]
    public void Strictly_increasing_maps_change_nothing() =>
        Law.Holds(sample => Rho.Compute(sample) == Rho.Compute(sample.MapScores(Math.Exp)));

    [Fact]
    public void Negated_scores_negate_it() =>
        Law.Holds(sample =>
        {
            var finite = sample.MapScores(score => Math.Max(score, -1));
            return Rho.Compute(finite.MapScores(score => -score)).Is(Rho.Compute(finite).Negative());
        });

    [Fact]
    public void Scores_and_accuracies_may_be_exchanged() =>
        Law.Holds(sample => Rho.Compute(sample).Agrees(Rho.Compute(sample.Exchanged())));

    [Fact]
    public void Equal_accuracies_leave_it_undefined() =>
        Assert.Equal("all accuracies are equal", Rho.Compute([1, 2], [90, 90]).Reason);

    [Fact]
    public void The_largest_ranking_does_not_overflow()
    {
        var values = new double[Ranks.MaxCount];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i;
        }

        Assert.Equal(1, Rho.Compute(values, values).Value);
    }
}
