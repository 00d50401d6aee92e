using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using ZcBench.Search.Optimisation;

namespace ZcBench.Search.Tests;

public sealed class AcquisitionTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1.5, 0.3, 1)]
    [InlineData(-1, 0.7, 0.5)]
    [InlineData(2, 2, -1)]
    public void Expected_improvement_is_the_integral_of_the_improvement(
        double mean,
        double deviation,
        double best
    )
    {
        var integral = GaussLegendreRule.Integrate(
            f => (f - best) * Normal.PDF(mean, deviation, f),
            best,
            Math.Max(best, mean) + 12 * deviation,
            256
        );
        Assert.Equal(integral, new ExpectedImprovement().Of(mean, deviation, best), 8);
    }

    [Fact]
    public void Without_doubt_it_is_what_is_gained_and_never_negative()
    {
        Assert.Equal(0.5, new ExpectedImprovement().Of(1.5, 0, 1));
        Assert.Equal(0, new ExpectedImprovement().Of(0.5, 0, 1));
    }

    [Fact]
    public void The_upper_confidence_bound_adds_a_multiple_of_the_deviation() =>
        Assert.Equal(1 + 2.576 * 0.5, new UpperConfidenceBound().Of(1, 0.5, 7), 12);

    [Fact]
    public void Climbing_ends_at_the_top_of_a_hill_and_stays_in_the_box()
    {
        var (place, value) = CompassSearch.Climb(
            x => -((x[0] - 0.3) * (x[0] - 0.3)) - (1.5 - x[1]),
            [0.9, 0.1],
            0.1,
            1e-4
        );
        Assert.Equal(0.3, place[0], 3);
        Assert.Equal(1, place[1], 12);
        Assert.Equal(-0.5, value, 5);
    }
}
