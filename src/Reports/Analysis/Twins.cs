using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Statistics;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// How well the accuracies of architectures that compute the same function predict each other, over all of
/// the table.
/// </summary>
/// <param name="Architectures">Number of the table's architectures whose output depends on the input.</param>
/// <param name="Functions">How many functions they compute.</param>
/// <param name="SharingFunction">How many share their function with another one.</param>
/// <param name="Values">The statistics of functionally equal architectures by id.</param>
public sealed record Twins(
    int Architectures,
    int Functions,
    int SharingFunction,
    IReadOnlyDictionary<string, Estimate> Values
)
{
    /// <summary>The twins of a table; null where the space does not tell functions apart, or
    /// no two
    /// architectures share one.</summary>
    public static Twins? Of(ISearchSpace space, BenchmarkTable table, Target target)
    {
        if (ScoredRun.Examine(space, table.Architectures) is not { } graphs)
        {
            return null;
        }

        var functions = graphs.Select(graph => graph.IsConnected ? graph.Function : null).ToList();
        var sample = new EqualFunctionSample(table.Accuracies(target), functions);
        return sample.LeaveOneOut.Count == 0
            ? null
            : new(
                functions.Count(function => function is not null),
                sample.Functions,
                sample.LeaveOneOut.Count,
                new SortedDictionary<string, Estimate>(
                    StatisticCatalogue.EqualFunctions.ToDictionary(
                        statistic => statistic.Info.Id,
                        statistic => statistic.Compute(sample)
                    ),
                    StringComparer.Ordinal
                )
            );
    }
}
