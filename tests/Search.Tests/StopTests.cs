namespace ZcBench.Search.Tests;

public sealed class StopTests
{
    [Fact]
    public void A_search_that_is_stopped_says_whether_scores_are_kept()
    {
        Stopped("nothing was written; --save-scores keeps", keeps: false);
        Stopped("scores that the search measured are kept", keeps: true);
    }

    private static void Stopped(string sentence, bool keeps)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var scores = new FormulaScores((_, i) => i, stored: 60) { KeepsScores = keeps };
        var bench = SmallBench.Open(SmallBench.Table(60, i => i), "random", 5, scores);
        var error = Assert.Throws<OperationCanceledException>(() => bench.Run(1, stop: stop.Token));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_measures_scores_hears_of_a_stop()
    {
        using var stop = new CancellationTokenSource();
        var scores = new FormulaScores((_, i) => i, stored: 20, measures: true);
        SmallBench.Open(SmallBench.Table(60, i => i), "proxy:nwot@60", 5, scores).Run(1, stop: stop.Token);
        Assert.Equal(stop.Token, scores.Told);
    }
}
