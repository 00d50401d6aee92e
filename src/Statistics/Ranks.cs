namespace ZcBench.Statistics;

/// <summary>
/// The ascending ranking of n numbers with ties: which tie group each item is in and where each group starts.
/// Everything is an integer, so statistics built on it are exact.
/// </summary>
public sealed class Ranks
{
    /// <summary>More items than this would overflow the exact sums of squared ranks.</summary>
    public const int MaxCount = 2_000_000;

    private readonly int[] _groups;
    private readonly int[] _starts;
    private readonly int[] _order;

    private Ranks(int[] groups, int distinct)
    {
        (_starts, _order) = CountingSort.Order(groups, distinct);
        _groups = groups;
    }

    /// <summary>Number of items n.</summary>
    public int Count => _groups.Length;

    /// <summary>Number of distinct values, that is of tie groups.</summary>
    public int Distinct => _starts.Length - 1;

    /// <summary>
    /// The tie group of each item: 0 for the lowest value, <see cref="Distinct"/> − 1 for the highest.
    /// </summary>
    public ReadOnlySpan<int> Groups => _groups;

    /// <summary>
    /// The items from the lowest to the highest; those of a tie group in their original order.
    /// </summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>
    /// Where each group starts in <see cref="Order"/>, with n appended: the number of items below the group.
    /// </summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>
    /// Number of unordered pairs of equal items, Σ t(t − 1)/2 over the tie groups of t items.
    /// </summary>
    public long TiedPairs
    {
        get
        {
            var pairs = 0L;
            for (var group = 0; group < Distinct; group++)
            {
                pairs += Pairs.Of(Size(group));
            }

            return pairs;
        }
    }

    /// <summary>Ranks n numbers in O(n log n); −0 equals 0 and −∞ lies below all.</summary>
    /// <exception cref="ArgumentException">A number is NaN, or there are too many.</exception>
    public static Ranks Of(ReadOnlySpan<double> values)
    {
        if (values.Length > MaxCount)
        {
            throw new ArgumentException(
                $"{values.Length} numbers cannot be ranked exactly; give at most {MaxCount}",
                nameof(values)
            );
        }

        if (values.IndexOf(double.NaN) is >= 0 and var bad)
        {
            throw new ArgumentException(
                $"number {bad} is NaN and has no rank; mark it undefined first",
                nameof(values)
            );
        }

        return Sorted(values);
    }

    /// <summary>Whether another ranking orders the same items identically, ties included.</summary>
    public bool IsSameAs(Ranks other) => Distinct == other.Distinct && Groups.SequenceEqual(other.Groups);

    /// <summary>Number of items in a tie group.</summary>
    public int Size(int group) => _starts[group + 1] - _starts[group];

    /// <summary>The items of a tie group.</summary>
    public ReadOnlySpan<int> Members(int group) => _order.AsSpan(_starts[group].._starts[group + 1]);

    /// <summary>The average rank of an item, 1 for a single lowest one.</summary>
    public double Average(int item) => (Centred(_groups[item]) + Count + 1) / 2.0;

    /// <summary>
    /// Twice the average rank of a group less n + 1: an integer that sums to 0 over all items.
    /// </summary>
    public int Centred(int group) => _starts[group] + _starts[group + 1] - Count;

    /// <summary>
    /// The <paramref name="k"/> highest items, with the tie group that is only partly among them.
    /// </summary>
    public TopSet Top(int k) => new(this, k);

    /// <summary>
    /// The ranking of some of the items, each as often as it is named: O(n), without sorting again.
    /// </summary>
    public Ranks Select(ReadOnlySpan<int> items)
    {
        var groups = new int[items.Length];
        var renumbered = new int[Distinct];
        for (var i = 0; i < items.Length; i++)
        {
            groups[i] = _groups[items[i]];
            renumbered[groups[i]] = 1;
        }

        var distinct = 0;
        for (var group = 0; group < renumbered.Length; group++)
        {
            distinct += renumbered[group];
            renumbered[group] = distinct - 1;
        }

        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = renumbered[groups[i]];
        }

        return new Ranks(groups, distinct);
    }

    private static Ranks Sorted(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var items = new int[values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = i;
        }

        Array.Sort(sorted, items);
        var groups = new int[values.Length];
        var group = 0;
        for (var i = 0; i < items.Length; i++)
        {
            group += i > 0 && sorted[i] != sorted[i - 1] ? 1 : 0;
            groups[items[i]] = group;
        }

        return new Ranks(groups, items.Length == 0 ? 0 : group + 1);
    }
}
