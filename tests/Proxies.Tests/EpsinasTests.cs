using ZcBench.Proxies.Catalogue;

namespace ZcBench.Proxies.Tests;

/// <summary>The score of epsinas on outputs by hand.</summary>
public sealed class EpsinasTests
{
    [Fact]
    public void The_smallest_output_is_left_out() =>
        Assert.Equal(2.0 / 11, Epsinas.Of(new([0, 0.5, 1], [0, 0.25, 1])).Value, 1e-15);

    [Fact]
    public void Proportional_outputs_score_zero() =>
        Assert.Equal(0, Epsinas.Of(new([1, 2, 5], [10, 20, 50])).Value, 1e-15);

    [Theory]
    [InlineData(new double[] { 3, 3, 3 }, new double[] { 1, 2, 3 }, "the same output")]
    [InlineData(new double[] { 0, 0, 1 }, new double[] { 0, 1, 1 }, "fewer than two samples")]
    public void Too_little_to_compare_is_undefined(double[] first, double[] second, string reason) =>
        Assert.Contains(reason, Epsinas.Of(new(first, second)).Reason, StringComparison.Ordinal);
}
