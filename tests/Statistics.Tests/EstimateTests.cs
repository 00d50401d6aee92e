namespace ZcBench.Statistics.Tests;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value) =>
        Assert.Throws<ArgumentException>(() => Estimate.Of(value));

    [Fact]
    public void An_undefined_estimate_says_why() =>
        Assert.Equal("undefined: it is dead", Estimate.Undefined("it is dead").ToString());

    [Fact]
    public void The_default_estimate_is_undefined() => Assert.NotNull(default(Estimate).Reason);
}
