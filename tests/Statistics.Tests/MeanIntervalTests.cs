using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Tests;

public sealed class MeanIntervalTests
{
    [Fact]
    public void The_interval_of_a_large_sample_is_that_of_the_normal_law()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => (double)(i % 20))];
        var interval = MeanInterval.Of(values, new Bootstrap(4000));
        var error = Math.Sqrt((400.0 - 1) / 12 / 400);
        Assert.Equal(9.5, interval.Point.Value!.Value, 12);
        Assert.Equal(9.5 - 1.96 * error, interval.Low.Value!.Value, 0.15 * error);
        Assert.Equal(9.5 + 1.96 * error, interval.High.Value!.Value, 0.15 * error);
    }

    [Fact]
    public void Equal_values_have_no_width_and_one_value_has_no_interval()
    {
        var flat = MeanInterval.Of([3, 3, 3], new());
        Assert.Equal((3, 3), (flat.Low.Value, flat.High.Value));
        var one = MeanInterval.Of([3], new());
        Assert.Equal(3, one.Point.Value);
        Assert.NotNull(one.Low.Reason);
        Assert.NotNull(MeanInterval.Of([], new()).Point.Reason);
    }
}
