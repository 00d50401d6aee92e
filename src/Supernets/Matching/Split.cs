namespace ZcBench.Supernets.Matching;

/// <summary>
/// The division of an edge's operations into two groups that agree best within themselves: of all groups of
/// half of the operations, rounded down, the one with the smallest sum of distances within it and within the
/// rest; the first in lexicographic order where several are equal.
/// </summary>
/// <param name="Edge">The edge.</param>
/// <param name="Group">Half of the operations, rounded down.</param>
/// <param name="Rest">The others.</param>
/// <param name="Within">Sum of distances within both groups.</param>
/// <param name="Between">Sum of the distances between them: how much is gained by splitting the edge.</param>
internal sealed record Split(
    int Edge,
    IReadOnlyList<int> Group,
    IReadOnlyList<int> Rest,
    double Within,
    double Between
)
{
    /// <summary>The best division by a matrix of distances, of which the upper triangle is read.</summary>
    public static Split Of(int edge, double[,] distances)
    {
        var count = distances.GetLength(0);
        var total = Sum(Enumerable.Range(0, count).ToList(), distances);
        Split? best = null;
        foreach (var group in Groups(0, count, count / 2))
        {
            List<int> rest = [.. Enumerable.Range(0, count).Except(group)];
            var within = Sum(group, distances) + Sum(rest, distances);
            if (best is null || within < best.Within)
            {
                best = new(edge, group, rest, within, total - within);
            }
        }

        return best!;
    }

    /// <summary>
    /// The split that gains most; null where none gains anything, the first where several do.
    /// </summary>
    public static Split? Best(IEnumerable<Split> splits) =>
        splits.Where(split => split.Between > 0).MaxBy(split => split.Between);

    private static double Sum(List<int> group, double[,] distances) =>
        group.SelectMany((i, place) => group.Skip(place + 1).Select(j => distances[i, j])).Sum();

    private static IEnumerable<List<int>> Groups(int from, int count, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first <= count - size; first++)
        {
            foreach (var others in Groups(first + 1, count, size - 1))
            {
                yield return [first, .. others];
            }
        }
    }
}
