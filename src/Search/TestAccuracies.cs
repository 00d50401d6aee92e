using ZcBench.Benchmarks.Tables;

namespace ZcBench.Search;

/// <summary>
/// Test accuracies of the candidates after the longest training, for the final report alone: no search can
/// reach this type.
/// </summary>
public sealed class TestAccuracies
{
    private readonly IReadOnlyList<double>[] _values;

    /// <summary>Reads what finished searches are judged by.</summary>
    public TestAccuracies(SearchResults results)
        : this(results.Request.Table, results.Seen.Dataset) { }

    /// <summary>Reads what searches on a table are judged by.</summary>
    /// <param name="table">The table.</param>
    /// <param name="dataset">The dataset that comes first.</param>
    public TestAccuracies(BenchmarkTable table, string dataset)
    {
        Targets =
        [
            .. table
                .Targets.Where(target => target.Split == Split.Test)
                .GroupBy(target => target.Dataset, StringComparer.Ordinal)
                .Select(group => group.MaxBy(target => target.Epochs)!)
                .OrderByDescending(target => target.Dataset == dataset),
        ];
        _values = [.. Targets.Select(table.Accuracies)];
    }

    /// <summary>One for each dataset, that of the search first.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>Test accuracy in percent or in the unit of the metric.</summary>
    /// <param name="target">Place in <see cref="Targets"/>.</param>
    /// <param name="candidate">Number of the candidate.</param>
    public double Value(int target, int candidate) => _values[target][candidate];

    /// <summary>
    /// 1 for the best of the table; architectures with an equal accuracy share the first place.
    /// </summary>
    public int Rank(int target, int candidate) =>
        1 + _values[target].Count(value => value > _values[target][candidate]);

    /// <summary>The best that any of some candidates has.</summary>
    public double Best(int target, IEnumerable<int> candidates) =>
        candidates.Max(candidate => _values[target][candidate]);
}
