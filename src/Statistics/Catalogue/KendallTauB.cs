using System.Buffers;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Kendall's τ-b, with ties on both sides exact: pairs are counted as integers, in O(n log n) as in Knight's
/// algorithm.
/// </summary>
public sealed class KendallTauB : IVectorised
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "kendall_tau_b",
            Title = "Kendall τ-b",
            Definition =
                "τ-b = (C − D) / √((N − Tₛ)(N − Tₐ)), "
                + "C and D the numbers of concordant and discordant pairs, "
                + "N = n(n − 1)/2, Tₛ and Tₐ the numbers of pairs tied in score and in accuracy",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "undefined for fewer than two architectures or when all scores or all accuracies are equal",
            Source =
                "Kendall, The treatment of ties in ranking problems, Biometrika 33, 1945; algorithm: Knight, "
                + "A computer method for calculating Kendall's tau with ungrouped data, JASA 61, 1966",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => Of(sample.ScoreRanks, sample.TruthRanks);

    /// <summary>τ-b of two rankings of the same items.</summary>
    public static Estimate Of(Ranks scores, Ranks truth)
    {
        if (scores.Count < 2)
        {
            return Estimate.Undefined(UndefinedReason.TooFew);
        }

        var order = CountingSort.Order(scores, truth);
        var rented = ArrayPool<int>.Shared.Rent(order.Length);
        var keys = rented.AsSpan(0, order.Length);
        var (tiedInBoth, run) = (0L, 0L);
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = truth.Groups[order[i]];
            var same =
                i > 0 && keys[i] == keys[i - 1] && scores.Groups[order[i]] == scores.Groups[order[i - 1]];
            run = same ? run + 1 : 0;
            tiedInBoth += run;
        }

        var discordant = Inversions.Count(keys, truth.Distinct);
        ArrayPool<int>.Shared.Return(rented);
        return FromPairs(Pairs.Of(order.Length), scores.TiedPairs, truth.TiedPairs, tiedInBoth, discordant);
    }

    IPrepared IVectorised.Prepare(Sample sample) => new PreparedKendall(sample);

    internal static Estimate FromPairs(
        double all,
        double tiedInScore,
        double tiedInTruth,
        double tiedInBoth,
        double discordant
    )
    {
        var (scores, truth) = (all - tiedInScore, all - tiedInTruth);
        var difference = scores - tiedInTruth + tiedInBoth - 2 * discordant;
        return UndefinedReason.OfConstant(scores, truth) is string reason
            ? Estimate.Undefined(reason)
            : Estimate.Of(Math.Clamp(difference / Math.Sqrt(scores * truth), -1, 1));
    }
}
