using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// The architectures of a run: all of a table, or a seeded sample of it in the table's order.
/// </summary>
/// <param name="Count">Architectures to draw without replacement; null for all.</param>
/// <param name="Seed">Seed of the draw.</param>
/// <param name="Strata">
/// The accuracies that the sample is stratified by: rows sorted by them (ties by row number) are cut into
/// <paramref name="Count"/> parts whose sizes differ by at most one, and one row is drawn from each. Null for
/// a uniform draw.
/// </param>
public sealed record ArchitectureSample(int? Count, long Seed, Target? Strata)
{
    /// <summary>Row numbers of the architectures in a table, increasing.</summary>
    /// <exception cref="UserError">
    /// More are asked for than the table has, or fewer than two, or it lacks the accuracies of the strata.
    /// </exception>
    public IReadOnlyList<int> Rows(BenchmarkTable table)
    {
        var size = table.Architectures.Count;
        return Count switch
        {
            null => [.. Enumerable.Range(0, size)],
            < 2 => throw new UserError(
                $"a sample needs at least 2 architectures (got {Count}); raise --sample"
            ),
            _ when Count > size => throw new UserError(
                $"--sample {Count} is more than the {size} architectures of table '{table.Description.Id}'; "
                    + "lower it, or use --all"
            ),
            { } count => Strata is null
                ? Sampling.WithoutReplacement(size, count, new CounterRandom(Seed, "sample"))
                : Sampling.OnePerStratum(
                    table.Accuracies(Strata),
                    count,
                    new CounterRandom(Seed, "stratified")
                ),
        };
    }
}
