namespace ZcBench.Statistics;

/// <summary>Statistics straight from two spans.</summary>
public static class StatisticExtensions
{
    /// <summary>
    /// Computes the statistic of one proxy. Several statistics of the same numbers share their ranks when
    /// they are given one <see cref="Sample"/> instead.
    /// </summary>
    /// <exception cref="ArgumentException">The spans are no sample, see <see cref="Sample"/>.</exception>
    public static Estimate Compute(
        this IStatistic statistic,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> truth
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        return statistic.Compute(new Sample(scores, truth));
    }
}
