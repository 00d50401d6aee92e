using System.Globalization;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Normalised discounted cumulative gain of the P architectures of highest score. The gain is 2ᵃ − 1 with the
/// accuracy a in percent, so one percentage point halves it.
/// </summary>
/// <remarks>
/// Depth and scale were inferred from VKDNW's table (Tybl and Neumann, CVPR 2025): P = 1000 and percent, on
/// the 9,445 architectures of NAS-Bench-201 without dead branches, give .743 .576 .403 for its FLOPs row of
/// .745 .576 .403. Gains are computed relative to the best accuracy and cannot overflow.
/// </remarks>
/// <param name="p">How many places are looked at.</param>
public sealed class NdcgAtP(int p) : IScaled
{
    /// <summary>nDCG at 1000, the depth of VKDNW.</summary>
    public NdcgAtP()
        : this(1000) { }

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"ndcg_at_{p}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"nDCG at {p}"),
            Definition = string.Create(
                CultureInfo.InvariantCulture,
                $"(1/Z) Σ_{{j ≤ P}} g(j) / log₂(1 + j), P = {p}, g(j) = 2ᵃ − 1 of the j-th highest score, "
                    + $"a its accuracy in percent, Z the same sum with the architectures sorted by accuracy"
            ),
            Bounds = Bounds.Share,
            EdgeCases =
                "tied scores share their mean gain, the expectation over a random order; "
                + "undefined for P > n, for a negative accuracy and when all accuracies are 0",
            Source =
                "Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 20, 2002; "
                + "ties: McSherry and Najork, ECIR 2008; "
                + "for proxies: Tybl and Neumann, arXiv 2502.04975, CVPR 2025",
        };

    /// <inheritdoc/>
    public IStatistic For(int count) => new NdcgAtP(Depth.Tenth(count, 1000));

    /// <inheritdoc/>
    public Estimate Compute(Sample sample)
    {
        if (TopChoice.TooLarge(p, sample) is string reason)
        {
            return Estimate.Undefined(reason);
        }

        var truth = sample.TruthRanks.Order;
        var (lowest, highest) = (sample.Truth[truth[0]], sample.Truth[truth[^1]]);
        return lowest < 0 ? Estimate.Undefined("an accuracy is negative")
            : highest <= 0 ? Estimate.Undefined("all accuracies are 0")
            : Estimate.Of(
                Math.Min(
                    1,
                    Gain(sample, sample.ScoreRanks, highest) / Gain(sample, sample.TruthRanks, highest)
                )
            );
    }

    private double Gain(Sample sample, Ranks ranks, double highest)
    {
        var (sum, place) = (0.0, 0);
        for (var group = ranks.Distinct - 1; place < p; group--)
        {
            var gain = 0.0;
            foreach (var item in ranks.Members(group))
            {
                gain += double.Exp2(sample.Truth[item] - highest) - double.Exp2(-highest);
            }

            var discount = 0.0;
            for (var end = Math.Min(p, place + ranks.Size(group)); place < end; place++)
            {
                discount += 1 / Math.Log2(place + 2);
            }

            sum += discount * gain / ranks.Size(group);
        }

        return sum;
    }
}
