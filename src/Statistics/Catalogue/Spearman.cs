using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Spearman's ρ: Pearson's correlation of the average ranks. The sums are exact integers.
/// </summary>
public sealed class Spearman : IVectorised
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "spearman_rho",
            Title = "Spearman ρ",
            Definition =
                "ρ = Σ (rᵢ − r̄)(qᵢ − r̄) / √(Σ (rᵢ − r̄)² · Σ (qᵢ − r̄)²), "
                + "r and q the average ranks of scores and accuracies, r̄ = (n + 1)/2",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "ties take their average rank; "
                + "undefined for fewer than two architectures or when all scores or all accuracies are equal",
            Source =
                "Spearman, The proof and measurement of association between two things, "
                + "American Journal of Psychology 15, 1904",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => Of(sample.ScoreRanks, sample.TruthRanks);

    /// <summary>ρ of two rankings of the same items.</summary>
    public static Estimate Of(Ranks scores, Ranks truth)
    {
        if (scores.Count < 2)
        {
            return Estimate.Undefined(UndefinedReason.TooFew);
        }

        var product = 0L;
        for (var item = 0; item < scores.Count; item++)
        {
            product += (long)scores.Centred(scores.Groups[item]) * truth.Centred(truth.Groups[item]);
        }

        return FromSums(product, SumOfSquares(scores), SumOfSquares(truth));
    }

    IPrepared IVectorised.Prepare(Sample sample) => new PreparedSpearman(sample);

    internal static Estimate FromSums(double product, double scoreSquares, double truthSquares) =>
        UndefinedReason.OfConstant(scoreSquares, truthSquares) is string reason
            ? Estimate.Undefined(reason)
            : Estimate.Of(Math.Clamp(product / Math.Sqrt(scoreSquares * truthSquares), -1, 1));

    private static long SumOfSquares(Ranks ranks)
    {
        var sum = 0L;
        for (var group = 0; group < ranks.Distinct; group++)
        {
            sum += (long)ranks.Centred(group) * ranks.Centred(group) * ranks.Size(group);
        }

        return sum;
    }
}
