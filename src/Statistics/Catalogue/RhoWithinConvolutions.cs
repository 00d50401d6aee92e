namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Spearman's ρ among architectures with equal numbers of convolutions, and its mean over the groups.
/// </summary>
public sealed class RhoWithinConvolutions : ISizedStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "rho_within_convolutions",
            Title = "ρ within convolutions",
            Definition =
                "Σ n_g ρ(g) / Σ n_g over the groups g of cells with equally many convolutions, "
                + "dead ones included",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "a group in which all scores are equal counts as 0; "
                + "groups of fewer than 30 or of equal accuracies are left out; "
                + "undefined where no group is left or the space does not count convolutions",
            Source = "zcbench",
        };

    /// <inheritdoc/>
    public Estimate Compute(SizedSample sample)
    {
        var groups = Profile(sample)
            .Where(group => group.Count >= TauWithinSize.SmallestGroup && group.AccuraciesDiffer)
            .ToList();
        var count = groups.Sum(group => group.Count);
        return count == 0
            ? Estimate.Undefined("no group of equally many convolutions is large enough")
            : Estimate.Of(
                Math.Clamp(groups.Sum(group => group.Count * (group.Rho.Value ?? 0)) / count, -1, 1)
            );
    }

    /// <summary>ρ of every group; empty where the space does not count convolutions.</summary>
    public static IReadOnlyList<ConvolutionGroup> Profile(SizedSample sample) =>
        sample.Convolutions is null
            ? []
            :
            [
                .. sample
                    .ByConvolutions()
                    .Select(group =>
                    {
                        var part = sample.Sample.Select(group.ToArray());
                        return new ConvolutionGroup(
                            group.Key,
                            part.Count,
                            Spearman.Of(part.ScoreRanks, part.TruthRanks),
                            part.TruthRanks.Distinct > 1
                        );
                    }),
            ];
}
