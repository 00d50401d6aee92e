using ZcBench.Benchmarks.Tables;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;
using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

/// <summary>What others printed comes out here too, on the benchmark's own numbers.</summary>
public sealed class PublishedFactTests
{
    // Printed means of 10 repeats scatter by their deviation / √10; three of those are allowed.
    [Theory]
    [InlineData("random", "Random search")]
    [InlineData("evolution", "REA")]
    public void Twelve_thousand_seconds_give_the_printed_accuracies(string method, string printed)
    {
        var table = KnownTables.Open(SharedData.File("nasbench201.csv"));
        var results = SearchBench
            .Open(
                new(table, "cifar10", new(null, 12_000), 100, 0),
                MethodCall.ParseList(method),
                new NoScores()
            )
            .Run(2, stop: SmallBench.Stop);
        var test = new TestAccuracies(results);
        var summary = MethodSummary.Of(results, test)[0];
        var published = PublishedSearches.Of("nasbench201").Single(item => item.Method == printed);
        foreach (var (target, (mean, deviation)) in test.Targets.Zip(summary.Test))
        {
            var (percent, spread) = published.Accuracies[target.Dataset];
            Assert.InRange(
                mean!.Value,
                percent - 3 * spread!.Value / Math.Sqrt(10),
                percent + 3 * spread.Value / Math.Sqrt(10)
            );
            Assert.InRange(deviation!.Value / spread.Value, 0.5, 2);
        }
    }
}
