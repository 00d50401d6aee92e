namespace ZcBench.Statistics.Catalogue;

/// <summary>Share of the pairs of architectures that a proxy cannot tell apart.</summary>
public sealed class TiedPairs : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "tied_pairs",
            Title = "share of tied pairs",
            Definition = "Σ t(t − 1) / (n(n − 1)) over the groups of t equal scores",
            Bounds = Bounds.Share,
            EdgeCases =
                "undefined scores are tied with each other; undefined for fewer than two architectures",
            Source = "Kendall, The treatment of ties in ranking problems, Biometrika 33, 1945",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) =>
        sample.Count < 2
            ? Estimate.Undefined(UndefinedReason.TooFew)
            : Estimate.Of((double)sample.ScoreRanks.TiedPairs / Pairs.Of(sample.Count));
}
