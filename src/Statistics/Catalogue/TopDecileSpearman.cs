namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Spearman's ρ among the best tenth by accuracy: whether a proxy still ranks where a search looks.
/// </summary>
public sealed class TopDecileSpearman : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "top_decile_rho",
            Title = "ρ in the top decile",
            Definition = "Spearman's ρ over {i : aᵢ ≥ the ⌈n/10⌉-th highest accuracy}, ranked anew",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "accuracies tied with the last are all taken in; "
                + "undefined when fewer than three architectures, equal scores or equal accuracies are left",
            Source = "Abdelfattah et al., Zero-cost proxies for lightweight NAS, ICLR 2021",
        };

    // The correlation of two ranks is 1 or -1 whatever they are.
    private const int Fewest = 3;

    /// <inheritdoc/>
    public Estimate Compute(Sample sample)
    {
        if (sample.Count == 0)
        {
            return Estimate.Undefined(UndefinedReason.TooFew);
        }

        var truth = sample.TruthRanks;
        var top = truth.Order[truth.Starts[truth.Top((sample.Count + 9) / 10).Boundary]..];
        return top.Length < Fewest
            ? Estimate.Undefined("fewer than three architectures are in the top decile")
            : Spearman.Of(sample.ScoreRanks.Select(top), truth.Select(top));
    }
}
