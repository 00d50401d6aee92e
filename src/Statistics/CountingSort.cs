namespace ZcBench.Statistics;

/// <summary>Stable sorting of items by small integer keys in O(n).</summary>
internal static class CountingSort
{
    /// <summary>
    /// Where each key starts in the sorted order (with n appended), and the items sorted by key; items of one
    /// key keep their order.
    /// </summary>
    public static (int[] Starts, int[] Order) Order(ReadOnlySpan<int> keys, int distinct)
    {
        var starts = new int[distinct + 1];
        foreach (var key in keys)
        {
            starts[key + 1]++;
        }

        for (var key = 0; key < distinct; key++)
        {
            starts[key + 1] += starts[key];
        }

        var next = starts.AsSpan().ToArray();
        var order = new int[keys.Length];
        for (var item = 0; item < keys.Length; item++)
        {
            order[next[keys[item]]++] = item;
        }

        return (starts, order);
    }

    /// <summary>
    /// The items sorted by <paramref name="first"/>, within its ties by <paramref name="second"/>.
    /// </summary>
    public static int[] Order(Ranks first, Ranks second)
    {
        var next = first.Starts.ToArray();
        var groups = first.Groups;
        var order = new int[first.Count];
        foreach (var item in second.Order)
        {
            order[next[groups[item]]++] = item;
        }

        return order;
    }
}
