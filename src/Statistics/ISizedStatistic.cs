namespace ZcBench.Statistics;

/// <summary>
/// What is left of a proxy's skill when size is held fixed. Sealed, stateless, one a file, as
/// <see cref="IStatistic"/>.
/// </summary>
public interface ISizedStatistic : IDefined
{
    /// <summary>The statistic of a sample, or the reason why it has none.</summary>
    Estimate Compute(SizedSample sample);
}
