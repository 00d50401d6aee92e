using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Tests;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_values_never_fall_with_rank() =>
        Assert.Equal(
            [0.03, 0.06, 0.06, 0.02],
            Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12))
        );

    [Fact]
    public void Adjusted_values_stop_at_one() => Assert.Equal([1, 1], Holm.Adjust([0.6, 0.9]));

    [Fact]
    public void No_comparisons_need_no_adjustment() => Assert.Empty(Holm.Adjust([]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_probability_is_refused(double p) =>
        Assert.Throws<ArgumentException>(() => Holm.Adjust([p]));
}
