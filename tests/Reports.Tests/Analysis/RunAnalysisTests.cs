using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Files;
using ZcBench.Reports.Page;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Analysis;

public sealed class RunAnalysisTests
{
    private static readonly Bootstrap Resampled = new(200);
    private static readonly ScoredRun Run = TestRun.Of(
        TestRun.Noisy("wot", 8, seed: 1),
        TestRun.Noisy("nwot", 8, seed: 1),
        TestRun.Noisy("snip", 30, seed: 2)
    );
    private static readonly RunAnalysis Whole = RunAnalysis.Of([Run], [], Resampled);

    [Fact]
    public void The_tables_of_the_embedded_benchmark_are_those_of_the_snapshot()
    {
        var text = new StringBuilder();
        foreach (var table in TableCatalogue.Of(RunAnalysis.Of([TestRun.Of()], [], Resampled)))
        {
            text.Append("# ")
                .Append(table.Id)
                .Append("\n\n")
                .Append(Markdown.Table(table))
                .Append('\n')
                .Append(table.Caption)
                .Append("\n\n");
        }

        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", "tables.md")),
            text.ToString()
        );
    }

    [Fact]
    public void Json_holds_every_statistic_of_every_proxy_on_every_population()
    {
        var ids = StatisticCatalogue.Sized.Select(item => item.Info.Id);
        Assert.All(
            AnalysisJson.Of(Whole)["populations"]!.AsArray(),
            population =>
            {
                var count = population!["architectures"]!.GetValue<int>();
                var expected = StatisticCatalogue
                    .For(count)
                    .Select(item => item.Info.Id)
                    .Concat(ids)
                    .Order(StringComparer.Ordinal);
                Assert.All(
                    population["proxies"]!.AsArray(),
                    proxy => Assert.Equal(expected, proxy!["values"]!.AsObject().Select(item => item.Key))
                );
            }
        );
    }

    [Fact]
    public void Json_is_the_same_when_it_is_made_again() =>
        Assert.Equal(
            AnalysisJson.Of(Whole).ToJsonString(),
            AnalysisJson.Of(RunAnalysis.Of([Run], [], Resampled)).ToJsonString()
        );

    [Fact]
    public void Json_has_a_reason_where_there_is_no_number()
    {
        var constant = RunAnalysis.Of([TestRun.Of(Constant("wot"))], [], new(20));
        var wot = AnalysisJson.Of(constant)["populations"]![0]!["proxies"]!
            .AsArray()
            .First(item => item!["id"]!.GetValue<string>() == "wot")!;
        Assert.Equal("all scores are equal", wot["spearman_rho"]!["value"]!["undefined"]!.GetValue<string>());
    }

    [Fact]
    public void The_population_of_a_partial_table_is_named_after_it() =>
        Assert.Equal("table", Whole.Populations[0].Population.Id);

    [Fact]
    public void A_sample_is_named_with_its_size_and_seed() =>
        Assert.Equal(
            "a random sample of 30, seed 7",
            Population
                .Everything(TestRun.Of(KnownTables.Open(KnownTables.Default), sample: 30, sampleSeed: 7))
                .Title
        );

    [Fact]
    public void A_stratified_sample_is_named_with_what_it_is_stratified_by() =>
        Assert.Equal(
            "a sample of 30 stratified by cifar10 test@200, seed 7",
            Population.Everything(Stratified).Title
        );

    [Fact]
    public void A_stratified_sample_stays_beside_other_accuracies()
    {
        var other = Stratified.Against(Stratified.Table.Find("cifar100", Split.Test));
        Assert.Equal(Stratified.Architectures, other.Architectures);
        Assert.Equal(Stratified.Manifest.StratifiedBy, other.Manifest.StratifiedBy);
        Assert.NotEqual(Stratified.Accuracies, other.Accuracies);
        Assert.NotEqual(
            Stratified.Architectures,
            TestRun.Of(Stratified.Table, "cifar100", 30, 7, isStratified: true).Architectures
        );
    }

    [Fact]
    public void The_command_of_a_stratified_run_says_so() =>
        Assert.Contains(
            "--sample 30 --stratified --sample-seed 7 ",
            RunCommandLine.Of(Stratified.Manifest),
            StringComparison.Ordinal
        );

    private static ScoredRun Stratified =>
        TestRun.Of(KnownTables.Open(KnownTables.Default), sample: 30, sampleSeed: 7, isStratified: true);

    [Fact]
    public void Every_function_is_there_once() =>
        Assert.Equal(
            Run.Graphs!.Select(graph => graph.Function).Distinct(StringComparer.Ordinal).Count(),
            Whole.Populations.First(item => item.Population.Id == "functions").Population.Rows.Count
        );

    [Fact]
    public void Gains_are_over_the_count_of_highest_rho()
    {
        var everything = Whole.Populations[0];
        var best = everything.Proxies.First(proxy => proxy.Column.IsCounting);
        Assert.Equal(best.Id, everything.Baseline);
        Assert.All(
            everything.Proxies,
            proxy =>
                Assert.Equal(
                    proxy.Rho.Point.Value!.Value - best.Rho.Point.Value!.Value,
                    proxy.Gain!.Rho.Difference.Point.Value!.Value,
                    1e-12
                )
        );
    }

    [Fact]
    public void Without_counts_there_is_no_gain()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var run = ScoredRun.Of(
            Run.Manifest with
            {
                Proxies = ["wot"],
            },
            table,
            [TestRun.Noisy("wot", 3, seed: 1)]
        );
        Assert.Null(RunAnalysis.Of([run], [], new(20)).Populations[0].Proxies[0].Gain);
    }

    [Fact]
    public void Undefined_scores_are_counted_by_reason_and_ranked_worst_or_dropped()
    {
        var coverage = Whole.Populations[0].Proxies.First(proxy => proxy.Id == "wot").Coverage;
        Assert.Equal((256, 231), (coverage.Asked, coverage.Defined));
        Assert.Equal([KeyValuePair.Create("two samples share one activation code", 25)], coverage.Undefined);
        Assert.True(coverage.RhoDropped.Value > coverage.RhoWorst.Value);
    }

    [Fact]
    public void Columns_of_one_order_are_aliases() =>
        Assert.Equal(
            ["flops = params", "nwot = wot"],
            Whole.Redundancy.Aliases.Select(group => string.Join(" = ", group))
        );

    [Fact]
    public void Aliases_are_not_told_apart()
    {
        var pair = Whole
            .Populations[0]
            .Comparisons.First(item =>
                item.First == "nwot" && item.Second == "wot" || item.First == "wot" && item.Second == "nwot"
            );
        Assert.Equal(0, pair.Tau.Point.Value);
        Assert.Equal(1, pair.Holm.Value);
    }

    [Fact]
    public void An_aggregate_is_stable_to_the_degree_that_its_order_survives() =>
        Assert.All(Whole.Stability, item => Assert.InRange(item.LeastTau.Value!.Value, 0.8, 1));

    [Fact]
    public void Other_accuracies_of_the_table_are_predictors() =>
        Assert.Equal(
            ["cifar100 test@200", "ImageNet16-120 test@200"],
            Whole.Fidelities.Select(fidelity => fidelity.Predictor.ToString())
        );

    [Theory]
    [InlineData(1, 0, "weights")]
    [InlineData(0, 1, "minibatch")]
    [InlineData(1, 1, "both")]
    public void Runs_are_paired_by_what_differs(long seed, long inputSeed, string varied)
    {
        var other = With(
            new(
                seed,
                "cifar10",
                Protocol.InputOf("noise", inputSeed, seed),
                16,
                "published",
                "float32",
                "cpu"
            ),
            2
        );
        var spread = Assert.Single(RunAnalysis.Of([With(null, 1), other], [], new(20)).Spread);
        Assert.Equal(("wot", varied, 2), (spread.Proxy, spread.Varied, spread.Runs));
    }

    [Fact]
    public void The_spread_of_two_runs_is_their_difference_over_the_root_of_two()
    {
        var other = With(new(1, "cifar10", "noise, seed 0", 16, "published", "float32", "cpu"), 2);
        var runs = new[] { With(null, 1), other };
        var rho = runs.Select(run =>
                RunAnalysis
                    .Of([run], [], new(20))
                    .Populations[0]
                    .Proxies.First(p => p.Id == "wot")
                    .Rho.Point.Value!.Value
            )
            .ToList();
        Assert.Equal(
            Math.Abs(rho[0] - rho[1]) / Math.Sqrt(2),
            RunAnalysis.Of(runs, [], new(20)).Spread[0].RhoDeviation.Value!.Value,
            1e-12
        );
    }

    [Fact]
    public void The_same_run_twice_is_refused() => Refused([Run, Run], "give each run once");

    [Fact]
    public void Runs_of_different_targets_are_refused() =>
        Refused(
            [TestRun.Of(), TestRun.Of(KnownTables.Open(KnownTables.Default), "cifar100")],
            "different targets"
        );

    [Fact]
    public void Runs_of_different_samples_are_refused()
    {
        var table = KnownTables.Open(KnownTables.Default);
        Refused(
            [TestRun.Of(table, sample: 20, sampleSeed: 1), TestRun.Of(table, sample: 20, sampleSeed: 2)],
            "different samples"
        );
    }

    [Fact]
    public void Runs_of_different_batch_sizes_are_refused() =>
        Refused(
            [Run, With(new(1, "cifar10", "noise", 32, "published", "float32", "cpu"), 1)],
            "different batch sizes, 16 and 32"
        );

    [Fact]
    public void Two_architectures_and_scores_that_are_all_undefined_make_no_trouble()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var run = TestRun.Of(
            table,
            sample: 2,
            more: TestRun.Column("wot", Enumerable.Repeat(Score.Undefined("dead"), 2))
        );
        var wot = RunAnalysis.Of([run], [], new(20)).Populations[0].Proxies.First(proxy => proxy.Id == "wot");
        Assert.Equal("all scores are equal", wot.Rho.Point.Reason);
        Assert.Equal("there are fewer than two architectures", wot.Coverage.RhoDropped.Reason);
    }

    [Fact]
    public void Published_scores_of_other_architectures_are_refused()
    {
        var run = TestRun.Of(KnownTables.Open(KnownTables.Default), sample: 2);
        var others = run
            .Space.Enumerate()
            .Where(item => !run.Architectures.Contains(item))
            .Take(3)
            .ToDictionary(item => item.Text, _ => Score.Of(1));
        Assert.Contains(
            "scores no architecture of the run",
            Assert
                .Throws<UserError>(() =>
                    RunAnalysis.Of(
                        [run],
                        [new("theirs.csv", new string('0', 64), [new("a", others, null)])],
                        new(20)
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Published_scores_that_the_run_lacks_and_those_it_has_alone_are_counted()
    {
        var scores = Run
            .Architectures.Take(100)
            .Select((item, i) => (item.Text, Score.Of(i)))
            .Append(("|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|none~0|none~1|none~2|", Score.Of(0)));
        var report = RunAnalysis
            .Of(
                [Run],
                [new("theirs.csv", new string('0', 64), [new("a", scores.ToDictionary(), null)])],
                new(20)
            )
            .Published[0];
        Assert.Equal((1, 100), (report.Elsewhere, report.Populations[0].Proxies[0].Coverage.Asked));
    }

    private static ScoredRun With(Protocol? protocol, int seed) =>
        TestRun.Of(
            KnownTables.Open(KnownTables.Default),
            protocol: protocol,
            more: TestRun.Noisy("wot", 8, seed)
        );

    private static ScoreColumn Constant(string id) => TestRun.Column(id, Enumerable.Repeat(Score.Of(1), 256));

    private static void Refused(IReadOnlyList<ScoredRun> runs, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => RunAnalysis.Of(runs, [], new(20))).Message,
            StringComparison.Ordinal
        );
}
