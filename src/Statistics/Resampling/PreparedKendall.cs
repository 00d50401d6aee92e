using System.Buffers;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Resampling;

/// <summary>
/// τ-b of resamples: the order by accuracy is that of the sample, so discordant pairs are counted with a
/// Fenwick tree over the score groups whose nodes hold eight resamples each.
/// </summary>
internal sealed class PreparedKendall : IPrepared
{
    private readonly Ranks _scores;
    private readonly Ranks _truth;
    private readonly int[] _order;

    // Architectures equal in score and accuracy form a cell: where it starts in the order, n appended.
    private readonly List<int> _cells = [];

    public PreparedKendall(Sample sample)
    {
        (_scores, _truth) = (sample.ScoreRanks, sample.TruthRanks);
        _order = CountingSort.Order(_truth, _scores);
        var last = (-1, -1);
        for (var i = 0; i < _order.Length; i++)
        {
            var cell = (_scores.Groups[_order[i]], _truth.Groups[_order[i]]);
            if (cell != last)
            {
                _cells.Add(i);
            }

            last = cell;
        }

        _cells.Add(_order.Length);
    }

    public void Compute(ReadOnlySpan<Lanes> draws, Span<Estimate> estimates)
    {
        var (discordant, tiedInBoth) = Count(draws);
        var (tiedInScore, tiedInTruth) = (Tied(_scores, draws), Tied(_truth, draws));
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            estimates[lane] = KendallTauB.FromPairs(
                Pairs.Of(draws.Length),
                tiedInScore[lane],
                tiedInTruth[lane],
                tiedInBoth[lane],
                discordant[lane]
            );
        }
    }

    /// <summary>Discordant pairs and pairs tied on both sides.</summary>
    private (Lanes Discordant, Lanes TiedInBoth) Count(ReadOnlySpan<Lanes> draws)
    {
        var tree = ArrayPool<Lanes>.Shared.Rent(_scores.Distinct + 1);
        tree.AsSpan().Clear();
        var (discordant, tied) = (Lanes.Zero, Lanes.Zero);
        for (var cell = 0; cell < _cells.Count - 1; cell++)
        {
            var items = _order.AsSpan(_cells[cell].._cells[cell + 1]);
            var score = _scores.Groups[items[0]];
            var drawn = Draws.Of(items, draws);

            // Within an accuracy scores ascend, so what lies above was seen at a lower accuracy.
            tied += drawn * (drawn - Lanes.One);
            discordant += drawn * SeenAbove(tree, score);
            See(tree, score, drawn);
        }

        ArrayPool<Lanes>.Shared.Return(tree);
        return (discordant, tied * 0.5);
    }

    private Lanes SeenAbove(Lanes[] tree, int score)
    {
        var sum = Lanes.Zero;
        for (var node = _scores.Distinct - score - 1; node > 0; node &= node - 1)
        {
            sum += tree[node];
        }

        return sum;
    }

    private void See(Lanes[] tree, int score, Lanes drawn)
    {
        for (var node = _scores.Distinct - score; node <= _scores.Distinct; node += node & -node)
        {
            tree[node] += drawn;
        }
    }

    private static Lanes Tied(Ranks ranks, ReadOnlySpan<Lanes> draws)
    {
        var pairs = Lanes.Zero;
        for (var group = 0; group < ranks.Distinct; group++)
        {
            var drawn = Draws.Of(ranks.Members(group), draws);
            pairs += drawn * (drawn - Lanes.One);
        }

        return pairs * 0.5;
    }
}
