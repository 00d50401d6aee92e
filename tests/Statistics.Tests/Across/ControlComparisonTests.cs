using MathNet.Numerics.Distributions;
using ZcBench.Statistics.Across;

namespace ZcBench.Statistics.Tests.Across;

public sealed class ControlComparisonTests
{
    [Fact]
    public void In_the_published_example_z_against_plain_C45_is_the_published_one()
    {
        var comparisons = ControlComparison.Of(BlockRanks.Of(Demsar.Areas), control: 0);
        Assert.Equal([1, 2, 3], comparisons.Select(item => item.Method));
        // The paper divides rounded mean ranks by a rounded 0.488.
        Assert.All(
            comparisons.Zip([2.342, 0.512, 2.416]),
            pair => Assert.Equal(pair.Second, pair.First.Z, 0.0015)
        );
        Assert.Equal([0.019, 0.608, 0.016], comparisons.Select(item => Math.Round(item.P, 3)));
        // Twice the second p is less than three times the first, which it may not fall below.
        Assert.Equal(
            [3 * comparisons[2].P, comparisons[1].P, 3 * comparisons[2].P],
            comparisons.Select(item => item.HolmP)
        );
        Assert.Equal(
            [3 * comparisons[0].P, 1, 3 * comparisons[2].P],
            comparisons.Select(item => item.BonferroniDunnP)
        );
    }

    [Fact]
    public void A_difference_of_Bonferroni_and_Dunn_s_size_has_their_level_for_p()
    {
        var z = CriticalDifference.BonferroniDunnQ(4, 0.05);
        Assert.Equal(0.05, 3 * 2 * Normal.CDF(0, 1, -z), 1e-9);
    }

    [Fact]
    public void Where_nothing_differs_Holm_rejects_any_no_more_often_than_it_says()
    {
        var random = new System.Random(5);
        var wrong = Enumerable
            .Range(0, 2000)
            .Count(_ =>
                ControlComparison
                    .Of(
                        BlockRanks.Of([
                            .. Enumerable
                                .Range(0, 15)
                                .Select(_ =>
                                    Enumerable.Range(0, 5).Select(_ => random.NextDouble()).ToArray()
                                ),
                        ]),
                        control: 2
                    )
                    .Any(item => item.HolmP < 0.05)
            );
        // At most 5 %, and four standard deviations of 2,000 draws.
        Assert.InRange(wrong / 2000.0, 0.02, 0.05 + 4 * Math.Sqrt(0.05 * 0.95 / 2000));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_control_that_is_none_of_the_methods_is_refused(int control) =>
        Assert.Throws<ArgumentException>(() => ControlComparison.Of(BlockRanks.Of(Demsar.Areas), control));

    [Fact]
    public void Critical_differences_of_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CriticalDifference.StandardError(1, 3));
        Assert.Throws<ArgumentException>(() => CriticalDifference.StandardError(3, 0));
        Assert.Throws<ArgumentException>(() => CriticalDifference.BonferroniDunnQ(3, 1));
    }
}
