using System.Buffers;
using System.Runtime.Intrinsics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Resampling;

/// <summary>
/// ρ of resamples: the order of the tie groups is that of the sample, so a group's average rank follows from
/// how often it and the groups below it were drawn.
/// </summary>
internal sealed class PreparedSpearman(Sample sample) : IPrepared
{
    private readonly Ranks _scores = sample.ScoreRanks;
    private readonly Ranks _truth = sample.TruthRanks;

    public void Compute(ReadOnlySpan<Lanes> draws, Span<Estimate> estimates)
    {
        var scores = ArrayPool<Lanes>.Shared.Rent(_scores.Distinct);
        var truth = ArrayPool<Lanes>.Shared.Rent(_truth.Distinct);
        var scoreSquares = Centre(_scores, draws, scores);
        var truthSquares = Centre(_truth, draws, truth);
        var product = Lanes.Zero;
        for (var item = 0; item < draws.Length; item++)
        {
            product += draws[item] * scores[_scores.Groups[item]] * truth[_truth.Groups[item]];
        }

        ArrayPool<Lanes>.Shared.Return(scores);
        ArrayPool<Lanes>.Shared.Return(truth);
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            estimates[lane] = Spearman.FromSums(product[lane], scoreSquares[lane], truthSquares[lane]);
        }
    }

    /// <summary>
    /// The centred rank of each group in each resample, and the sum of its squares over items.
    /// </summary>
    private static Lanes Centre(Ranks ranks, ReadOnlySpan<Lanes> draws, Lanes[] centred)
    {
        var (below, squares) = (Vector512.Create(-(double)draws.Length), Lanes.Zero);
        for (var group = 0; group < ranks.Distinct; group++)
        {
            var drawn = Draws.Of(ranks.Members(group), draws);
            centred[group] = below + drawn;
            squares += drawn * centred[group] * centred[group];
            below += drawn + drawn;
        }

        return squares;
    }
}
