using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Imports.Published;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests;

/// <summary>Figures that are known of the whole of NAS-Bench-201, to three digits.</summary>
public sealed class PublishedFactTests
{
    private const double HalfADigit = 0.00051;
    private static readonly Bootstrap Few = new(8);
    private static readonly Lazy<ScoredRun> Run = new(() => TestRun.Of(Table()));

    [Theory]
    [InlineData("cifar10", "params", .753, .578)]
    [InlineData("cifar10", "live_flops", .822, .654)]
    [InlineData("cifar10", "live_convs", .756, .611)]
    [InlineData("cifar10", "counting", .870, .687)]
    [InlineData("cifar100", "params", .728, .553)]
    [InlineData("cifar100", "live_flops", .797, .628)]
    [InlineData("cifar100", "live_convs", .769, .622)]
    [InlineData("cifar100", "counting", .868, .688)]
    [InlineData("ImageNet16-120", "params", .692, .520)]
    [InlineData("ImageNet16-120", "live_flops", .776, .608)]
    [InlineData("ImageNet16-120", "live_convs", .763, .618)]
    [InlineData("ImageNet16-120", "counting", .843, .666)]
    public void Counts_correlate_with_test_accuracy_as_known(
        string dataset,
        string proxy,
        double rho,
        double tau
    )
    {
        // A count orders architectures alike for every dataset.
        var part = Run.Value.Whole();
        var accuracy = Run.Value.Table.Accuracies(new(dataset, Split.Test, 200));
        var sample = new Sample(
            part.Columns.First(column => column.Proxy.Id == proxy).Oriented(),
            [.. accuracy]
        );
        Assert.Equal(rho, new Spearman().Compute(sample).Value!.Value, HalfADigit);
        Assert.Equal(tau, new KendallTauB().Compute(sample).Value!.Value, HalfADigit);
    }

    [Theory]
    [InlineData("cifar10", .933, .994, .898, .244)]
    [InlineData("cifar100", .926, .993, .760, .373)]
    [InlineData("ImageNet16-120", .939, .995, .860, .514)]
    public void Twins_predict_each_other_as_known(
        string dataset,
        double tau,
        double rho,
        double top,
        double deviation
    )
    {
        var table = Table();
        var ceiling = Twins.Of(SearchSpaces.Named("nasbench201"), table, table.Find(dataset, Split.Test))!;
        Assert.Equal(
            (15_284, 5_259, 11_212),
            (ceiling.Architectures, ceiling.Functions, ceiling.SharingFunction)
        );
        Assert.Equal(tau, ceiling.Values["twin_tau"].Value!.Value, HalfADigit);
        Assert.Equal(rho, ceiling.Values["twin_rho"].Value!.Value, HalfADigit);
        Assert.Equal(top, ceiling.Values["twin_top_decile_rho"].Value!.Value, HalfADigit);
        Assert.Equal(deviation, ceiling.Values["twin_deviation"].Value!.Value, HalfADigit);
    }

    [Fact]
    public void Published_scores_correlate_as_known()
    {
        var run = Run.Value;
        var file = SharedData.File("nasbench201_published_scores_cifar10.csv");
        var report = PublishedReport.Of(
            run,
            PublishedScoresFile.Read(file, run.Space, "cifar10"),
            [.. Population.Of(run).Where((population, i) => i == 0 || population.Id == "no_dead_branches")],
            Few
        );
        var (all, alive) = (report.Populations[0].Proxies, report.Populations[1].Proxies);
        Is(alive, "nbsz_nwot", .811, .624, .36);
        Is(alive, "nbsz_jacov", .799, .615, .50);
        Is(alive, "nbsz_synflow", .778, .581, .03);
        Is(alive, "nbsz_snip", .603, .443, null);
        Is(alive, "nbsz_zen", .115, .110, null);
        Is(all, "freerea_logsynflow", .826, .630, null);
    }

    private static void Is(
        IReadOnlyList<PublishedProxy> proxies,
        string id,
        double rho,
        double tau,
        double? withinSize
    )
    {
        var found = proxies.First(proxy => proxy.Id == id);
        // The known figures rank the file's stand-ins for failures worst.
        Assert.Equal(rho, found.Coverage.RhoWorst.Value!.Value, HalfADigit);
        Assert.Equal(tau, found.Coverage.TauWorst.Value!.Value, HalfADigit);
        if (withinSize is { } expected)
        {
            Assert.Equal(expected, found.TauWithinSize.Value!.Value, 0.006);
        }
    }

    private static BenchmarkTable Table() => KnownTables.Open(SharedData.File("nasbench201.csv"));
}
