namespace ZcBench.Statistics;

/// <summary>
/// How well functionally equal architectures predict each other: about the most that a deterministic proxy
/// can reach. Sealed, stateless, one a file.
/// </summary>
public interface IEqualFunctionStatistic : IDefined
{
    /// <summary>The statistic, or the reason why it has none.</summary>
    Estimate Compute(EqualFunctionSample sample);
}
