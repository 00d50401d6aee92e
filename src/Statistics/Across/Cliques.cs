namespace ZcBench.Statistics.Across;

/// <summary>Groups of methods whose mean ranks do not differ significantly.</summary>
public static class Cliques
{
    // Mean ranks are sums of halves over N; less than this between two differences is rounding.
    private const double Rounding = 1e-9;

    /// <summary>
    /// The largest groups of two or more methods in which every pair is closer than the critical difference:
    /// neighbours by mean rank, none within another, the best group first, each from its best method on.
    /// </summary>
    /// <param name="meanRanks">One a method.</param>
    /// <param name="criticalDifference">Differences of at least this much are significant.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Of(
        IReadOnlyList<double> meanRanks,
        double criticalDifference
    )
    {
        ArgumentNullException.ThrowIfNull(meanRanks);
        int[] order = [.. Enumerable.Range(0, meanRanks.Count).OrderBy(i => meanRanks[i])];
        var groups = new List<IReadOnlyList<int>>();
        var (first, reached) = (0, 0);
        for (; first < order.Length; first++)
        {
            var end = first + 1;
            while (
                end < order.Length
                && meanRanks[order[end]] - meanRanks[order[first]] < criticalDifference - Rounding
            )
            {
                end++;
            }

            // A group with the same end as the previous one is part of it.
            if (end > reached && end - first > 1)
            {
                groups.Add(order[first..end]);
            }

            reached = Math.Max(reached, end);
        }

        return groups;
    }
}
