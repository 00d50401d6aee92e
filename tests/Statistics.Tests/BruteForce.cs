namespace ZcBench.Statistics.Tests;

/// <summary>The statistics straight from their definitions, however slow.</summary>
internal static class BruteForce
{
    /// <summary>τ-b over all pairs; NaN when undefined.</summary>
    public static double TauB(Sample sample) => Tau(sample.Scores, sample.Truth, (_, _) => 1);

    /// <summary>Weighted τ over all pairs, averaged over the two rankings; NaN when undefined.</summary>
    public static double WeightedTau(Sample sample)
    {
        var byScore = RanksFromTop(sample.Scores, sample.Truth);
        var byTruth = RanksFromTop(sample.Truth, sample.Scores);
        return (
                Tau(sample.Scores, sample.Truth, Hyperbolic(byScore))
                + Tau(sample.Scores, sample.Truth, Hyperbolic(byTruth))
            ) / 2;
    }

    /// <summary>Mean of a function of the ranking over all orders of ties in score; best first.</summary>
    public static double OverTieOrders(ReadOnlySpan<double> keys, Func<int[], double> function)
    {
        var copy = keys.ToArray();
        return Orders(copy.Length)
            .Average(order => function([.. order.OrderByDescending(item => copy[item])]));
    }

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0
            ?
            [
                [],
            ]
            : Orders(count - 1)
                .SelectMany(order =>
                    Enumerable
                        .Range(0, count)
                        .Select(place => (int[])[.. order[..place], count - 1, .. order[place..]])
                );

    private static double Tau(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Func<int, int, double> weight)
    {
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (signX, signY) = (x[i].CompareTo(x[j]), y[i].CompareTo(y[j]));
                xy += signX * signY * weight(i, j);
                xx += signX * signX * weight(i, j);
                yy += signY * signY * weight(i, j);
            }
        }

        return xy / Math.Sqrt(xx * yy);
    }

    private static Func<int, int, double> Hyperbolic(int[] ranks) =>
        (i, j) => 1.0 / (ranks[i] + 1) + 1.0 / (ranks[j] + 1);

    private static int[] RanksFromTop(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (x, y) = (first.ToArray(), second.ToArray());
        var order = Enumerable.Range(0, x.Length).OrderByDescending(i => x[i]).ThenByDescending(i => y[i]);
        var ranks = new int[x.Length];
        foreach (var (rank, item) in order.Index())
        {
            ranks[item] = rank;
        }

        return ranks;
    }
}
