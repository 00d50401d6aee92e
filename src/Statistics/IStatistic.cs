namespace ZcBench.Statistics;

/// <summary>
/// One number about how well a proxy ranks architectures. Implementations are sealed, stateless, one a file
/// in <c>Statistics/Catalogue</c>, and found there by <see cref="StatisticCatalogue"/>.
/// </summary>
public interface IStatistic : IDefined
{
    /// <summary>
    /// The statistic of a sample, or the reason why it has none. It depends neither on the order of the
    /// architectures nor on the scores' scale, only on their order.
    /// </summary>
    Estimate Compute(Sample sample);
}
