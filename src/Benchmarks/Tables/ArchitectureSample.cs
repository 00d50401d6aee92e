using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The architectures of a run: all of a table, or a seeded sample of it in the table's order.
/// </summary>
public static class ArchitectureSample
{
    /// <summary>
    /// Row numbers of <paramref name="count"/> architectures drawn uniformly without replacement; all for
    /// null.
    /// </summary>
    /// <exception cref="UserError">More are asked for than the table has, or fewer than two.</exception>
    public static IReadOnlyList<int> Rows(BenchmarkTable table, int? count, long seed)
    {
        var size = table.Architectures.Count;
        return count switch
        {
            null => [.. Enumerable.Range(0, size)],
            < 2 => throw new UserError(
                $"a sample needs at least 2 architectures (got {count}); raise --sample"
            ),
            _ when count > size => throw new UserError(
                $"--sample {count} is more than the {size} architectures of table '{table.Description.Id}'; "
                    + "lower it, or use --all"
            ),
            _ => Sampling.WithoutReplacement(size, count.Value, new CounterRandom(seed, "sample")),
        };
    }
}
