using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores;

/// <summary>
/// Which architectures a run is about. It stands apart from the manifest, which searches hold, so that
/// nothing that a search holds leads to a table.
/// </summary>
internal static class RunRows
{
    /// <summary>Which of the table's rows the run holds, in increasing order.</summary>
    /// <exception cref="UserError">The table has too few rows, or other accuracies.</exception>
    public static IReadOnlyList<int> Rows(this RunManifest manifest, BenchmarkTable table) =>
        manifest.Shard is { } shard ? shard.Of(WholeRows(manifest, table)) : WholeRows(manifest, table);

    /// <summary>The architectures of these rows.</summary>
    /// <exception cref="UserError">The table has too few rows, or other accuracies.</exception>
    public static IReadOnlyList<Architecture> Architectures(
        this RunManifest manifest,
        BenchmarkTable table
    ) => [.. manifest.Rows(table).Select(row => table.Architectures[row])];

    private static IReadOnlyList<int> WholeRows(RunManifest manifest, BenchmarkTable table) =>
        new ArchitectureSample(manifest.Sample, manifest.SampledWith, manifest.StratifiedBy).Rows(table);
}
