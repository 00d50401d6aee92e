namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Kendall's τ-b among architectures of equal size: what a proxy knows beyond the number of parameters.
/// </summary>
public sealed class TauWithinSize : ISizedStatistic
{
    /// <summary>Smaller groups say too little.</summary>
    public const int SmallestGroup = 30;

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "tau_within_size",
            Title = "τ-b within size",
            Definition = "Σ n_g τ-b(g) / Σ n_g over the groups g of equal parameters with n_g ≥ 30",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "a group in which all scores are equal counts as 0, for the proxy orders nothing there; "
                + "groups of equal accuracies are left out; undefined where no group is left",
            Source =
                "groups of equal size: Yang et al., Revisiting training-free NAS metrics, WACV 2023, "
                + "arXiv 2211.08666; weighting by group: zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(SizedSample sample)
    {
        var (sum, count) = (0.0, 0);
        foreach (var rows in sample.BySize().Where(rows => rows.Length >= SmallestGroup))
        {
            var group = sample.Sample.Select(rows);
            if (group.TruthRanks.Distinct < 2)
            {
                continue;
            }

            sum += rows.Length * (KendallTauB.Of(group.ScoreRanks, group.TruthRanks).Value ?? 0);
            count += rows.Length;
        }

        return count == 0
            ? Estimate.Undefined($"no {SmallestGroup} architectures of one size differ in accuracy")
            : Estimate.Of(Math.Clamp(sum / count, -1, 1));
    }
}
