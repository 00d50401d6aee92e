namespace ZcBench.Benchmarks.Randomness;

/// <summary>Seeded sampling without replacement.</summary>
public static class Sampling
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
}
