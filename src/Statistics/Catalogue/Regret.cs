namespace ZcBench.Statistics.Catalogue;

/// <summary>What is lost by taking the architecture with the highest score; lower is better.</summary>
public sealed class Regret : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "regret",
            Title = "regret of the best by score",
            Definition = "max a − aᵢ of i = argmax s",
            Bounds = Bounds.Percent,
            Unit = "percentage points",
            EdgeCases = "mean regret of all architectures that share the highest score; undefined for none",
            Source = "Ying et al., NAS-Bench-101, ICML 2019",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => TopChoice.Regret(sample, 1);
}
