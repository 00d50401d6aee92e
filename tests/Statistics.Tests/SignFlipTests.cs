using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Tests;

public sealed class SignFlipTests
{
    [Fact]
    public void Few_pairs_are_flipped_in_all_ways()
    {
        // Of the 8 sums of ±1 ±2 ±3 only 6 and −6 are as far from 0.
        Assert.Equal(2.0 / 8, SignFlipTest.PValue([1, 2, 3]).Value);
        Assert.Equal(2.0 / 8, SignFlipTest.PValue([-1, -2, -3]).Value);
        // −1 + 2 + 3 = 4: also −4, 6 and −6.
        Assert.Equal(4.0 / 8, SignFlipTest.PValue([-1, 2, 3]).Value);
    }

    [Fact]
    public void No_difference_has_p_1_and_one_pair_has_none()
    {
        Assert.Equal(1, SignFlipTest.PValue([0, 0, 0]).Value);
        Assert.Equal(1, SignFlipTest.PValue(new double[40]).Value);
        Assert.NotNull(SignFlipTest.PValue([5]).Reason);
    }

    [Fact]
    public void Drawn_flips_come_near_to_all_flips()
    {
        double[] differences = [.. Enumerable.Range(1, 13).Select(i => i % 3 == 0 ? -0.3 * i : 0.2 * i)];
        var all = SignFlipTest.PValue(differences).Value!.Value;
        var drawn = SignFlipTest.PValue(differences, draws: 8000).Value!.Value;
        Assert.InRange(all, 0.1, 0.9);
        // Four standard errors of 8,000 draws.
        Assert.Equal(all, drawn, 4 * Math.Sqrt(all * (1 - all) / 8000));
    }

    [Fact]
    public void The_least_p_of_drawn_flips_is_one_of_them()
    {
        double[] alike = [.. Enumerable.Repeat(1.0, 70)];
        Assert.Equal(1.0 / 10_000, SignFlipTest.PValue(alike).Value);
        Assert.Equal(SignFlipTest.PValue(alike, seed: 1), SignFlipTest.PValue(alike, seed: 1));
    }

    [Fact]
    public void Differences_without_a_direction_fall_below_a_twentieth_in_one_of_twenty()
    {
        var random = new Random(5);
        var rejected = Enumerable
            .Range(0, 400)
            .Count(i =>
                SignFlipTest
                    .PValue([.. Enumerable.Range(0, 40).Select(_ => random.NextDouble() - 0.5)], 199, i)
                    .Value <= 0.05
            );
        // 20 of 400 with a deviation of 4.4: four of them.
        Assert.InRange(rejected, 3, 37);
    }
}
