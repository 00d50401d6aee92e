using ZcBench.Benchmarks.Tables;

namespace ZcBench.Search;

/// <summary>What is searched, how often, and for how much.</summary>
/// <param name="Table">Where accuracies and training times come from.</param>
/// <param name="Dataset">Dataset of the validation accuracies a search may pay for.</param>
/// <param name="Budget">What each search may spend.</param>
/// <param name="Repeats">Searches of each method.</param>
/// <param name="Seed">Seed of the first repeat; the next ones count up.</param>
/// <param name="Pool">What the methods draw from.</param>
public sealed record SearchRequest(
    BenchmarkTable Table,
    string Dataset,
    Budget Budget,
    int Repeats,
    long Seed,
    SearchPool Pool = SearchPool.Table
)
{
    /// <summary>
    /// The test accuracy that a search is to reach; null for that of the worst of the best hundredth of the
    /// pool.
    /// </summary>
    public double? Reach { get; init; }
}
