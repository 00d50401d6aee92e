namespace ZcBench.Statistics.Catalogue;

/// <summary>How many different scores there are: few mean that ties decide the rest.</summary>
public sealed class DistinctScores : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "distinct_scores",
            Title = "distinct scores",
            Definition = "|{sᵢ}|",
            Bounds = new Bounds(0, Ranks.MaxCount),
            Unit = "scores",
            EdgeCases = "all undefined scores count as one; 0 for no architectures",
            Source = "zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => Estimate.Of(sample.ScoreRanks.Distinct);
}
