namespace ZcBench.Benchmarks.Randomness;

/// <summary>
/// A <see cref="CounterRandom"/> that counts for itself: each draw takes the next element. For one thread.
/// </summary>
public sealed class SequentialRandom
{
    private readonly CounterRandom _elements;
    private long _next;

    /// <summary>The stream of that name, from its first element on.</summary>
    public SequentialRandom(CounterRandom elements) => _elements = elements;

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _elements.Uniform(_next++);

    /// <summary>Uniform in {0, ..., bound − 1}.</summary>
    public int Below(int bound) => (int)_elements.Below(_next++, bound);

    /// <summary>
    /// So many different numbers of {0, ..., bound − 1} in the order drawn (a partial Fisher-Yates shuffle).
    /// </summary>
    public int[] Distinct(int bound, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, bound);
        int[] deck = [.. Enumerable.Range(0, bound)];
        for (var i = 0; i < count; i++)
        {
            var j = i + Below(bound - i);
            (deck[i], deck[j]) = (deck[j], deck[i]);
        }

        return deck[..count];
    }
}
