using MathNet.Numerics.Distributions;
using ZcBench.Statistics.Across;

namespace ZcBench.Statistics.Tests.Across;

public sealed class StudentizedRangeTests
{
    // Demšar 2006, table 5a, three digits.
    [Theory]
    [InlineData(2, 1.960, 1.645)]
    [InlineData(3, 2.343, 2.052)]
    [InlineData(4, 2.569, 2.291)]
    [InlineData(5, 2.728, 2.459)]
    [InlineData(6, 2.850, 2.589)]
    [InlineData(7, 2.949, 2.693)]
    [InlineData(8, 3.031, 2.780)]
    [InlineData(9, 3.102, 2.855)]
    [InlineData(10, 3.164, 2.920)]
    public void Nemenyi_s_q_is_the_published_one(int methods, double five, double ten)
    {
        // One unit of the last printed digit: the table was made from rounded quantiles.
        Assert.Equal(five, CriticalDifference.NemenyiQ(methods, 0.05), 0.001);
        Assert.Equal(ten, CriticalDifference.NemenyiQ(methods, 0.10), 0.001);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(3.5)]
    [InlineData(9)]
    public void The_range_of_two_is_the_size_of_a_difference(double width) =>
        Assert.Equal(
            1 - 2 * Normal.CDF(0, 1, -width / Math.Sqrt(2)),
            StudentizedRange.Cumulative(2, width),
            1e-13
        );

    [Theory]
    [InlineData(3, 2)]
    [InlineData(25, 5)]
    [InlineData(400, 6.5)]
    [InlineData(10_000, 8.5)]
    public void Integrating_over_the_largest_number_by_another_rule_gives_the_same(int methods, double width)
    {
        var sum = 0.0;
        const double Step = 0.001;
        for (var i = 0; i < 18_000; i++)
        {
            var z = -9 + (i + 0.5) * Step;
            sum +=
                Normal.PDF(0, 1, z)
                * Math.Pow(Normal.CDF(0, 1, z) - Normal.CDF(0, 1, z - width), methods - 1);
        }

        Assert.Equal(methods * sum * Step, StudentizedRange.Cumulative(methods, width), 1e-9);
    }

    [Fact]
    public void Drawn_ranges_are_as_wide_as_it_says()
    {
        var random = new System.Random(3);
        var width = StudentizedRange.Quantile(7, 0.9);
        var within = Enumerable
            .Range(0, 20_000)
            .Count(_ =>
            {
                var drawn = Enumerable
                    .Range(0, 7)
                    .Select(_ => Normal.InvCDF(0, 1, 1 - random.NextDouble()))
                    .ToList();
                return drawn.Max() - drawn.Min() <= width;
            });
        // Four standard deviations of a share of 0.9 among 20,000.
        Assert.Equal(0.9, within / 20_000.0, 4 * Math.Sqrt(0.09 / 20_000));
    }

    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(10_001, 0.95)]
    [InlineData(5, 0)]
    [InlineData(5, 1)]
    [InlineData(5, double.NaN)]
    public void What_has_no_quantile_is_refused(int methods, double p) =>
        Assert.Throws<ArgumentException>(() => StudentizedRange.Quantile(methods, p));

    [Fact]
    public void No_range_is_below_zero() => Assert.Equal(0, StudentizedRange.Cumulative(3, -1));
}
