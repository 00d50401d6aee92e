using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Tests;

/// <summary>A table of NAS-Bench-201 cells and scores made by formulas.</summary>
internal static class SmallBench
{
    /// <summary>Ends what a test runs when the test is ended.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The first cells of the space.</summary>
    public static IReadOnlyList<Architecture> Cells(int count) =>
        [.. SearchSpaces.Named("nasbench201").Enumerate().Take(count)];

    /// <summary>
    /// Validation after 12 epochs, training seconds and two test columns, by place in the table.
    /// </summary>
    public static BenchmarkTable Table(
        int count,
        Func<int, double> validation,
        Func<int, double>? seconds = null,
        Func<int, double>? test = null,
        string? header = null,
        int every = 1
    )
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var text = new StringBuilder(
            header
                ?? "architecture,cifar10_val12,cifar10_train12_seconds,"
                    + "cifar10_test12,cifar10_test200,cifar100_test200"
        ).Append('\n');
        foreach (var (i, cell) in Cells(count).Where((_, i) => i % every == 0).Index())
        {
            var judged = (test ?? validation)(i);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{cell.Text},{validation(i):R},{(seconds ?? (_ => 100))(i):R},"
                    + $"{judged / 2:R},{judged:R},{judged / 4:R}\n"
            );
        }

        File.WriteAllText(path, text.ToString());
        try
        {
            return KnownTables.Open(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A bench over such a table.</summary>
    public static SearchBench Open(
        BenchmarkTable table,
        string methods,
        int queries,
        IScoreSource? source = null,
        int repeats = 1,
        double? seconds = null,
        SearchPool pool = SearchPool.Table
    ) =>
        SearchBench.Open(
            new(table, "cifar10", new(queries, seconds), repeats, 0, pool),
            MethodCall.ParseList(methods),
            source ?? new NoScores()
        );
}
