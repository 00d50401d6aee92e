namespace ZcBench.Statistics;

/// <summary>
/// The k highest items of a ranking. Where the boundary cuts a tie group, its items share the remaining
/// places: each is in with the probability that a uniformly random order of the group gives it.
/// </summary>
public readonly struct TopSet
{
    private readonly Ranks _ranks;

    internal TopSet(Ranks ranks, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, ranks.Count);
        _ranks = ranks;
        Boundary = ranks.Groups[ranks.Order[ranks.Count - k]];
        Certain = ranks.Count - ranks.Starts[Boundary + 1];
        Places = k - Certain;
    }

    /// <summary>The lowest tie group that has an item among the k highest.</summary>
    public int Boundary { get; }

    /// <summary>Number of items above the boundary group: all are among the k highest.</summary>
    public int Certain { get; }

    /// <summary>Number of items of the boundary group that are among the k highest, at least 1.</summary>
    public int Places { get; }

    /// <summary>The items above the boundary group.</summary>
    public ReadOnlySpan<int> CertainItems => _ranks.Order[^Certain..];

    /// <summary>The items of the boundary group.</summary>
    public ReadOnlySpan<int> BoundaryItems => _ranks.Members(Boundary);

    /// <summary>Probability that an item is among the k highest.</summary>
    public double Probability(int item) =>
        _ranks.Groups[item].CompareTo(Boundary) switch
        {
            > 0 => 1,
            0 => (double)Places / BoundaryItems.Length,
            _ => 0,
        };
}
