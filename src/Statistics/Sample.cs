namespace ZcBench.Statistics;

/// <summary>
/// What a statistic sees: for each architecture a proxy's score and the trained accuracy. Immutable; the
/// ranks are computed once, on first use, and shared by all statistics.
/// </summary>
public sealed class Sample
{
    private readonly Column _scores;

    /// <summary>Copies and checks the numbers of one proxy.</summary>
    /// <param name="scores">
    /// Higher is better: the proxy's direction was applied. −∞ marks an undefined score; all such are tied
    /// and ranked worst.
    /// </param>
    /// <param name="truth">Accuracies in percent.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a score is NaN or +∞, or an accuracy is not finite.
    /// </exception>
    public Sample(ReadOnlySpan<double> scores, ReadOnlySpan<double> truth)
        : this(Checked(scores, truth.Length), Checked(truth)) { }

    internal Sample(Column scores, Column truth)
    {
        _scores = scores;
        TruthColumn = truth;
    }

    /// <summary>Number of architectures.</summary>
    public int Count => _scores.Count;

    /// <summary>The scores, higher is better, −∞ for undefined ones.</summary>
    public ReadOnlySpan<double> Scores => _scores.Values;

    /// <summary>The accuracies in percent.</summary>
    public ReadOnlySpan<double> Truth => TruthColumn.Values;

    /// <summary>The ranking by score.</summary>
    public Ranks ScoreRanks => _scores.Ranks;

    /// <summary>The ranking by accuracy.</summary>
    public Ranks TruthRanks => TruthColumn.Ranks;

    /// <summary>The accuracies; one object for all proxies that share them.</summary>
    internal Column TruthColumn { get; }

    /// <summary>Another proxy on the same architectures, sharing the accuracies and their ranks.</summary>
    /// <exception cref="ArgumentException">The number of scores differs, or a score is NaN or +∞.</exception>
    public Sample WithScores(ReadOnlySpan<double> scores) => new(Checked(scores, Count), TruthColumn);

    /// <summary>
    /// Choice without any knowledge: all scores are tied. Statistics that take the expectation over the order
    /// of ties then give the expectation of a uniformly random ranking.
    /// </summary>
    public Sample RandomChoice() => WithScores(new double[Count]);

    /// <summary>Some of the architectures, each as often as it is named.</summary>
    public Sample Select(ReadOnlySpan<int> rows) => Select(rows, TruthColumn.Select(rows));

    /// <summary>
    /// As <see cref="Select(ReadOnlySpan{int})"/>, with those rows of the accuracies at hand.
    /// </summary>
    internal Sample Select(ReadOnlySpan<int> rows, Column truth) => new(_scores.Select(rows), truth);

    private static Column Checked(ReadOnlySpan<double> scores, int count)
    {
        if (scores.Length != count)
        {
            throw new ArgumentException(
                $"there are {scores.Length} scores for {count} accuracies; give one of each per architecture",
                nameof(scores)
            );
        }

        foreach (var score in scores)
        {
            if (double.IsNaN(score) || double.IsPositiveInfinity(score))
            {
                throw new ArgumentException(
                    $"a score is {score}; mark undefined scores by −∞",
                    nameof(scores)
                );
            }
        }

        return new Column(scores.ToArray());
    }

    private static Column Checked(ReadOnlySpan<double> truth)
    {
        foreach (var accuracy in truth)
        {
            if (!double.IsFinite(accuracy))
            {
                throw new ArgumentException(
                    $"an accuracy is {accuracy}; leave out untrained architectures",
                    nameof(truth)
                );
            }
        }

        return new Column(truth.ToArray());
    }
}
