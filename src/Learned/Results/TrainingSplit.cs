using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Learned.Results;

/// <summary>Rows that are learned from, and rows that are predicted.</summary>
/// <param name="Learned">Rows whose accuracies are shown, in increasing order.</param>
/// <param name="Asked">Rows that are predicted, in increasing order.</param>
public sealed record TrainingSplit(IReadOnlyList<int> Learned, IReadOnlyList<int> Asked)
{
    /// <summary>A uniform draw of so many rows; all others are predicted.</summary>
    public static TrainingSplit ByArchitecture(int count, int size, CounterRandom random)
    {
        var learned = Sampling.WithoutReplacement(count, size, random);
        return new(learned, [.. Enumerable.Range(0, count).Except(learned)]);
    }

    /// <summary>
    /// Functions in a uniformly random order give all their rows until there are enough; what is too many of
    /// the last one is dropped. Rows of other functions are predicted.
    /// </summary>
    /// <param name="functions">For each row what tells functions apart.</param>
    /// <param name="size">How many rows to learn from.</param>
    /// <param name="random">The draw.</param>
    public static TrainingSplit ByFunction(IReadOnlyList<string> functions, int size, CounterRandom random)
    {
        var classes = functions
            .Index()
            .GroupBy(item => item.Item, item => item.Index, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        var order = new SequentialRandom(random).Distinct(classes.Count, classes.Count);
        var learned = new List<int>();
        var used = 0;
        while (learned.Count < size && used < order.Length)
        {
            learned.AddRange(classes[order[used++]]);
        }

        return new(
            [.. learned.Take(size).Order()],
            [.. order.Skip(used).SelectMany(index => classes[index]).Order()]
        );
    }
}
