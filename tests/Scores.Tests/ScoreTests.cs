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
    public void The_default_score_is_undefined_because_it_was_never_computed()
    {
        Assert.False(default(Score).IsDefined);
        Assert.Equal("it was never computed", default(Score).Reason);
        Assert.Throws<InvalidOperationException>(() => default(Score).Value);
        Assert.NotEqual(Score.Of(0), default);
        Assert.Equal("undefined (it was never computed)", default(Score).ToString());
    }

    [Fact]
    public void A_score_of_zero_is_defined()
    {
        Assert.True(Score.Of(0).IsDefined);
        Assert.Null(Score.Of(0).Reason);
        Assert.Equal(0, Score.Of(0).Value);
    }

    [Fact]
    public void An_undefined_score_has_no_number() =>
        Assert.Throws<InvalidOperationException>(() => Score.Undefined("dead").Value);
}
