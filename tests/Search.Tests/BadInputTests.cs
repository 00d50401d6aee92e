using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Search.Methods;

namespace ZcBench.Search.Tests;

public sealed class BadInputTests
{
    private static readonly BenchmarkTable Table = SmallBench.Table(60, i => i);

    [Theory]
    [InlineData("hnas:synflow", "metric 'synflow' is unknown")]
    [InlineData("hnas:snap", "did you mean 'snip'?")]
    [InlineData("hans", "search 'hans' is unknown; did you mean 'hnas'?")]
    [InlineData("random:nwot", "random takes nothing after a colon")]
    [InlineData("random@5", "random draws no number of architectures")]
    [InlineData("proxy:nwot@none", "'none' is not a valid number")]
    [InlineData("proxy:nwot@0", "'0' is not a valid number")]
    [InlineData("robot:snip+snip", "names no metric, or one twice")]
    [InlineData("robot:az_nas", "az_nas is an aggregate over a scored set")]
    [InlineData("robot:rank_sum:snip+nwot", "rank_sum:snip is an aggregate")]
    [InlineData(",", "no search is named")]
    public void A_call_that_makes_no_sense_is_refused(string methods, string message) =>
        Refused(message, () => MethodCall.ParseList(methods));

    [Fact]
    public void A_table_without_validation_accuracies_is_refused() =>
        Refused(
            "has no validation accuracies for cifar10",
            () => SmallBench.Open(KnownTables.Open(KnownTables.Default), "random", 5)
        );

    [Fact]
    public void A_table_without_training_seconds_is_refused() =>
        Refused(
            "add a column cifar10_train12_seconds",
            () =>
                SmallBench.Open(
                    SmallBench.Table(
                        9,
                        i => i,
                        header: "architecture,cifar10_val12,gpu_seconds,"
                            + "cifar10_test12,cifar10_test200,cifar100_test200"
                    ),
                    "random",
                    5
                )
        );

    [Fact]
    public void A_table_without_test_accuracies_is_refused() =>
        Refused(
            "has no test accuracies to judge searches by; add a column such as cifar10_test12",
            () =>
                SmallBench.Open(
                    SmallBench.Table(
                        9,
                        i => i,
                        header: "architecture,cifar10_val12,cifar10_train12_seconds,"
                            + "cifar10_val200,cifar100_val12,cifar100_val200"
                    ),
                    "random",
                    5
                )
        );

    [Fact]
    public void A_budget_of_nothing_is_refused()
    {
        Refused("--budget must be at least 1 (got 0)", () => SmallBench.Open(Table, "random", 0));
        Refused(
            "--seconds must be greater than 0 (got 0)",
            () => SmallBench.Open(Table, "random", 5, seconds: 0)
        );
        Refused(
            "--seconds must be at most 1,000,000,000,000 (got 1E+300)",
            () => SmallBench.Open(Table, "random", 5, seconds: 1e300)
        );
    }

    [Fact]
    public void More_queries_than_architectures_are_refused() =>
        Refused(
            "--budget 61 is more than the 60 architectures to search",
            () => SmallBench.Open(Table, "random", 61)
        );

    [Fact]
    public void A_pool_smaller_than_the_draw_is_refused() =>
        Refused(
            "draws 1000 architectures, but only 60 can be searched; write proxy:nwot@60",
            () => SmallBench.Open(Table, "proxy:nwot@1000", 5, new FormulaScores((_, i) => i, 60))
        );

    [Fact]
    public void A_usual_draw_shrinks_to_a_small_pool() =>
        Assert.Equal(
            "proxy:nwot@60",
            SmallBench
                .Open(Table, "proxy:nwot", 5, new FormulaScores((_, i) => i, 60))
                .Run(1, stop: SmallBench.Stop)
                .Methods[0]
                .Call.ToString()
        );

    [Fact]
    public void Seeds_that_count_beyond_the_largest_number_are_refused() =>
        Refused(
            "--seed 9223372036854775807 leaves no room for 2 repeats",
            () =>
                SearchBench.Open(
                    new(Table, "cifar10", new(5, null), 2, long.MaxValue),
                    MethodCall.ParseList("random"),
                    new Queries.NoScores()
                )
        );

    [Fact]
    public void A_pool_of_no_scores_is_refused() =>
        Refused(
            "--pool scored needs scores; give --scores",
            () => SmallBench.Open(Table, "random", 5, pool: SearchPool.Scored)
        );

    [Fact]
    public void Every_pair_of_metrics_of_hnas_counts_whoever_works_with_it() =>
        Assert.Equal(
            ["grad_norm", "snip"],
            SmallBench
                .Open(
                    Table,
                    "robot:grad_norm+nwot,proxy:rank_sum:snip+nwot@5",
                    5,
                    new FormulaScores((_, i) => i, 60)
                )
                .MetricSizes()
                .Keys.Order()
        );

    [Fact]
    public void No_repeats_are_refused() =>
        Refused(
            "--repeats must be at least 1 (got 0)",
            () => SmallBench.Open(Table, "random", 5, repeats: 0)
        );

    [Fact]
    public void Scores_that_nobody_has_are_refused_before_the_first_search()
    {
        Refused(
            "a search needs scores of nwot and none were given",
            () => SmallBench.Open(Table, "proxy:nwot@5", 5)
        );
        Refused(
            "proxy 'unheard' is unknown",
            () => SmallBench.Open(Table, "proxy:unheard@5", 5, new FormulaScores((_, i) => i, 60))
        );
        Refused(
            "no architecture of the table has every requested score",
            () =>
                SmallBench.Open(
                    Table,
                    "proxy:nwot@5",
                    5,
                    new FormulaScores((_, i) => i, 0),
                    pool: SearchPool.Scored
                )
        );
    }

    [Fact]
    public void A_pool_of_the_scored_holds_only_those()
    {
        var bench = SmallBench.Open(
            Table,
            "random,proxy:nwot@5",
            5,
            new FormulaScores((_, i) => i, 20),
            pool: SearchPool.Scored
        );
        Assert.Equal((20, 0), (bench.Pool, bench.Unscored));
    }

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<UserError>(action).Message, StringComparison.Ordinal);
}
