namespace ZcBench.Scores.Tests;

public sealed class ScoreTests
{
    [Theory]
    [InlineData(double.NaN, "not a number")]
    [InlineData(double.PositiveInfinity, "infinite")]
    [InlineData(double.NegativeInfinity, "minus infinity")]
    public void A_number_that_is_not_finite_is_undefined_and_says_so(double value, string word)
    {
        var score = Score.Of(value);
        Assert.False(score.IsDefined);
        Assert.Contains(word, score.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undefined_score_has_no_number() =>
        Assert.Throws<InvalidOperationException>(() => Score.Undefined("dead").Value);
}
