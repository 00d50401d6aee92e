namespace ZcBench.Statistics.Tests;

public sealed class SampleTests
{
    [Theory]
    [InlineData(double.NaN, 90)]
    [InlineData(double.PositiveInfinity, 90)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.NegativeInfinity)]
    public void Numbers_without_a_place_in_a_ranking_are_refused(double score, double accuracy) =>
        Assert.Throws<ArgumentException>(() => new Sample([0, score], [80, accuracy]));

    [Fact]
    public void Different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Sample([1, 2, 3], [90, 91]));

    [Fact]
    public void Later_changes_to_the_arrays_do_not_reach_it()
    {
        double[] scores = [1, 2];
        var sample = new Sample(scores, [90, 91]);
        scores[0] = 5;
        Assert.Equal([1, 2], sample.Scores);
    }

    [Fact]
    public void Undefined_scores_are_tied_and_ranked_worst()
    {
        var sample = new Sample([double.NegativeInfinity, -1e300, double.NegativeInfinity], [1, 2, 3]);
        Assert.Equal([0, 1, 0], sample.ScoreRanks.Groups);
    }

    [Fact]
    public void Selected_rows_may_repeat()
    {
        var drawn = new Sample([1, 2, 3], [90, 91, 92]).Select([2, 2, 0]);
        Assert.Equal([3, 3, 1], drawn.Scores);
        Assert.Equal([92, 92, 90], drawn.Truth);
    }
}
