namespace ZcBench.Reports.Statistics;

/// <summary>How well twins predict each other: a bound for every deterministic proxy. Sealed, stateless, one a file.</summary>
public interface ITwinStatistic : IDefined
{
    /// <summary>The statistic, or the reason why it has none.</summary>
    Estimate Compute(TwinSample twins);
}
