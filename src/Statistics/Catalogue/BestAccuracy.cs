namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Accuracy of the architecture with the highest score: what a search by this score alone finds.
/// </summary>
public sealed class BestAccuracy : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "best_accuracy",
            Title = "accuracy of the best by score",
            Definition = "aᵢ of i = argmax s",
            Bounds = Bounds.Percent,
            Unit = "percent",
            EdgeCases = "mean accuracy of all architectures that share the highest score; undefined for none",
            Source = "Dong and Yang, NAS-Bench-201, ICLR 2020",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => TopChoice.Accuracy(sample, 1);
}
