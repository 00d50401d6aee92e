namespace ZcBench.Benchmarks.Randomness;

/// <summary>Seeded sampling without replacement.</summary>
internal static class Sampling
{
    /// <summary>
    /// <paramref name="count"/> of the numbers 0, ..., <paramref name="population"/> − 1, uniformly without
    /// replacement (a partial Fisher-Yates shuffle), in increasing order.
    /// </summary>
    public static int[] WithoutReplacement(int population, int count, CounterRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, population);
        var deck = Enumerable.Range(0, population).ToArray();
        for (var i = 0; i < count; i++)
        {
            var j = i + (int)random.Below(i, population - i);
            (deck[i], deck[j]) = (deck[j], deck[i]);
        }

        var drawn = deck[..count];
        Array.Sort(drawn);
        return drawn;
    }

    /// <summary>
    /// One row of each of <paramref name="strata"/> parts whose sizes differ by at most one, uniformly: rows
    /// sorted by value (ties by row number), of which part i holds places ⌊i · n / strata⌋ to
    /// ⌊(i + 1) · n / strata⌋ − 1. In increasing order.
    /// </summary>
    public static int[] OnePerStratum(IReadOnlyList<double> values, int strata, CounterRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(strata, values.Count);
        int[] sorted = [.. Enumerable.Range(0, values.Count).OrderBy(row => values[row])];
        var drawn = new int[strata];
        for (var i = 0; i < strata; i++)
        {
            var (start, end) = (Start(i), Start(i + 1));
            drawn[i] = sorted[start + (int)random.Below(i, end - start)];
        }

        Array.Sort(drawn);
        return drawn;

        int Start(int part) => (int)((long)part * sorted.Length / strata);
    }
}
