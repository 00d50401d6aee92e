namespace ZcBench.Reports.Figures;

/// <summary>Puts alike items beside each other: average linkage, read off from left to right.</summary>
internal static class Clustering
{
    /// <summary>An order of the items.</summary>
    /// <param name="likeness">Symmetric; higher is more alike.</param>
    public static IReadOnlyList<int> Order(IReadOnlyList<IReadOnlyList<double>> likeness)
    {
        var groups = Enumerable.Range(0, likeness.Count).Select(i => new List<int> { i }).ToList();
        while (groups.Count > 1)
        {
            var (first, second) = Closest(groups, likeness);
            var merged = Join(groups[first], groups[second], likeness);
            groups.RemoveAt(second);
            groups[first] = merged;
        }

        return groups.Count == 0 ? [] : groups[0];
    }

    private static (int First, int Second) Closest(
        List<List<int>> groups,
        IReadOnlyList<IReadOnlyList<double>> likeness
    )
    {
        var (best, closest) = (double.NegativeInfinity, (0, 1));
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var mean = groups[i].Average(a => groups[j].Average(b => likeness[a][b]));
                (best, closest) = mean > best + 1e-12 ? (mean, (i, j)) : (best, closest);
            }
        }

        return closest;
    }

    // Each group may be turned round; the two ends that meet should be alike.
    private static List<int> Join(
        List<int> left,
        List<int> right,
        IReadOnlyList<IReadOnlyList<double>> likeness
    )
    {
        var best = new[] { (false, false), (false, true), (true, false), (true, true) }.MaxBy(turn =>
            likeness[turn.Item1 ? left[0] : left[^1]][turn.Item2 ? right[^1] : right[0]]
        );
        return
        [
            .. best.Item1 ? left.AsEnumerable().Reverse() : left,
            .. best.Item2 ? right.AsEnumerable().Reverse() : right,
        ];
    }
}
