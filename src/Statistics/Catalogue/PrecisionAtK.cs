using System.Globalization;

namespace ZcBench.Statistics.Catalogue;

/// <summary>Share of the k architectures of highest score that are among the k of highest accuracy.</summary>
/// <param name="k">How many architectures are chosen.</param>
public sealed class PrecisionAtK(int k) : IScaled
{
    /// <summary>Precision at 100.</summary>
    public PrecisionAtK()
        : this(100) { }

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"precision_at_{k}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"precision at {k}"),
            Definition = string.Create(
                CultureInfo.InvariantCulture,
                $"Σ pᵢ qᵢ / k, k = {k}, "
                    + $"pᵢ and qᵢ the probabilities that i is among the k best by score and by accuracy"
            ),
            Bounds = Bounds.Share,
            EdgeCases =
                "where k cuts a tie group, its members share the remaining places with equal probability, "
                + "on both sides independently; a constant score has k/n, as random choice; "
                + "undefined for k > n",
            Source = "Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, chapter 8",
        };

    /// <inheritdoc/>
    public IStatistic For(int count) => new PrecisionAtK(Depth.Tenth(count, 100));

    /// <inheritdoc/>
    public Estimate Compute(Sample sample)
    {
        if (TopChoice.TooLarge(k, sample) is string reason)
        {
            return Estimate.Undefined(reason);
        }

        var (chosen, best) = (sample.ScoreRanks.Top(k), sample.TruthRanks.Top(k));
        var hits = 0.0;
        foreach (var item in chosen.CertainItems)
        {
            hits += best.Probability(item);
        }

        foreach (var item in chosen.BoundaryItems)
        {
            hits += chosen.Probability(item) * best.Probability(item);
        }

        return Estimate.Of(hits / k);
    }
}
