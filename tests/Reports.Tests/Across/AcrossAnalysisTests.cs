using ZcBench.Benchmarks;
using ZcBench.Reports.Across;
using ZcBench.Reports.Files;
using ZcBench.Scores;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Across;

public sealed class AcrossAnalysisTests : IDisposable
{
    private static readonly Bootstrap Resampled = new(100);
    private readonly MadeUpSpaces _spaces = new();

    public void Dispose() => _spaces.Dispose();

    [Fact]
    public void Datasets_of_a_table_are_tasks_of_their_space()
    {
        var analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled);
        Assert.Equal(
            [
                "nasbenchmacro/cifar10",
                "nasbench201/cifar10",
                "nasbench201/cifar100",
                "transnasbench101-micro/class_scene",
                "transnasbench101-micro/jigsaw",
            ],
            analysis.Tasks.Select(task => task.Name)
        );
        Assert.Equal([1, 2, 2], analysis.Spaces.Select(tasks => tasks.Count));
        Assert.Equal("cifar10", analysis.Tasks[2].ScoredOn);
    }

    [Fact]
    public void Blocks_are_counted_both_ways()
    {
        var analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled);
        Assert.Equal(
            [(BlockUnit.Spaces, 3), (BlockUnit.Tasks, 5)],
            analysis.Tests.Select(test => (test.Unit, test.Friedman.Blocks))
        );
        Assert.Equal(3, analysis.Chosen.Friedman.Blocks);
        Assert.Equal(
            5,
            AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Tasks, Resampled).Chosen.Friedman.Blocks
        );
    }

    [Fact]
    public void A_proxy_s_numbers_are_its_rank_correlations()
    {
        var runs = _spaces.Three();
        var analysis = AcrossAnalysis.Of(runs, BlockUnit.Spaces, Resampled);
        var wot = analysis.Proxies.Single(proxy => proxy.Id == "wot");
        var part = runs[0].Whole();
        var tau = new KendallTauB()
            .Compute(part.Sample(part.Columns.Single(column => column.Proxy.Id == "wot")))
            .Value!.Value;
        Assert.Equal(tau, wot.TaskTau[0], 1e-12);
        Assert.Equal((wot.TaskTau[1] + wot.TaskTau[2]) / 2, wot.SpaceTau[1], 1e-12);
        Assert.Equal("wot", analysis.Proxies[0].Id);
        Assert.Equal(1, wot.Rank);
    }

    [Fact]
    public void The_baseline_is_the_count_of_best_mean_rank()
    {
        var analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled);
        Assert.Equal("params", analysis.Baseline!.Id);
        Assert.Null(analysis.Baseline.Gain);
        Assert.All(
            analysis.Proxies.Where(proxy => proxy != analysis.Baseline),
            proxy => Assert.NotNull(proxy.Gain)
        );
        Assert.True(analysis.Proxies[0].Gain!.Probability > 0.9);
    }

    [Fact]
    public void Runs_of_one_dataset_that_differ_in_seeds_are_repetitions_and_no_further_blocks()
    {
        var analysis = AcrossAnalysis.Of(
            [.. _spaces.Three(), _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], seed: 1)],
            BlockUnit.Tasks,
            Resampled
        );
        Assert.Equal(5, analysis.Tasks.Count);
        Assert.Equal([2, 1, 1, 1, 1], analysis.Tasks.Select(task => task.Runs.Count));
    }

    [Fact]
    public void A_dataset_s_own_run_takes_the_place_of_borrowed_scores()
    {
        var analysis = AcrossAnalysis.Of(
            [
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10", "cifar100"]),
                _spaces.Run(MadeUpSpaces.Cells, ["cifar100", "cifar10"]),
            ],
            BlockUnit.Tasks,
            Resampled
        );
        Assert.Equal(["cifar10", "cifar100"], analysis.Tasks.Select(task => task.ScoredOn));
        Assert.Equal([0, 0], analysis.Tasks.Select(task => task.Set));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void A_proxy_without_scores_for_most_architectures_of_a_task_is_left_out(
        int without,
        bool isRanked
    )
    {
        var analysis = AcrossAnalysis.Of(
            [
                _spaces.Run(
                    MadeUpSpaces.Macro,
                    ["cifar10"],
                    wot: (_, i) => i < without ? Score.Undefined("one pixel") : Score.Of(i)
                ),
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10"]),
            ],
            BlockUnit.Spaces,
            Resampled
        );
        Assert.Equal(
            isRanked
                ? []
                : [new("wot", "no score for 21 of 40 architectures on nasbenchmacro/cifar10: one pixel")],
            analysis.LeftOut
        );
        Assert.Equal(isRanked, analysis.Proxies.Any(proxy => proxy.Id == "wot"));
    }

    [Fact]
    public void A_proxy_without_a_correlation_somewhere_is_left_out_and_said_why()
    {
        var constant = AcrossAnalysis.Of(
            [
                _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], wot: (_, _) => Score.Of(1)),
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10"]),
            ],
            BlockUnit.Spaces,
            Resampled
        );
        Assert.Equal(
            [new LeftOutProxy("wot", "no τ-b on nasbenchmacro/cifar10: all scores are equal")],
            constant.LeftOut
        );
        var undefined = AcrossAnalysis.Of(
            [
                _spaces.Run(
                    MadeUpSpaces.Macro,
                    ["cifar10"],
                    wot: (_, _) => Score.Undefined("it is singular")
                ),
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10"], without: "flops"),
            ],
            BlockUnit.Spaces,
            Resampled
        );
        Assert.Equal(
            [
                new LeftOutProxy("flops", "not scored on nasbench201/cifar10"),
                new("wot", "no score on nasbenchmacro/cifar10: it is singular"),
            ],
            undefined.LeftOut
        );
        Assert.DoesNotContain(undefined.Proxies, proxy => proxy.Id is "wot" or "flops");
        Assert.Contains(AcrossFolder.Tables(undefined), table => table.Id == "left_out");
    }

    [Fact]
    public void Some_undefined_scores_rank_worst_and_leave_a_proxy_in() =>
        Assert.Empty(
            AcrossAnalysis
                .Of(
                    [
                        _spaces.Run(
                            MadeUpSpaces.Macro,
                            ["cifar10"],
                            wot: (_, i) => i < 4 ? Score.Undefined("it is singular") : Score.Of(i)
                        ),
                        _spaces.Run(MadeUpSpaces.Cells, ["cifar10"]),
                    ],
                    BlockUnit.Spaces,
                    Resampled
                )
                .LeftOut
        );

    [Fact]
    public void Without_a_count_in_all_runs_there_is_no_baseline()
    {
        var analysis = AcrossAnalysis.Of(
            [
                _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], without: ["params", "flops"]),
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10"]),
            ],
            BlockUnit.Spaces,
            Resampled
        );
        Assert.Null(analysis.Baseline);
        Assert.Contains(
            "No count of the graph was scored everywhere",
            AcrossWords.Answer(analysis),
            StringComparison.Ordinal
        );
        Assert.All(AcrossFolder.Tables(analysis), table => Assert.NotEmpty(table.Rows));
        Assert.NotEmpty(AcrossFolder.Figures(analysis));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_in_one_sentence()
    {
        Refused("no run was given; give the folders of runs of at least two search spaces", BlockUnit.Spaces);
        Refused(
            "the runs are of one task, nasbenchmacro/cifar10, and a comparison takes two blocks or more; "
                + "add runs of other search spaces",
            BlockUnit.Tasks,
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"])
        );
        Refused(
            "the runs are of one search space, nasbench201, and a comparison takes two blocks or more; "
                + "add runs of other spaces, or count each of its 2 tasks with --blocks tasks",
            BlockUnit.Spaces,
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10", "cifar100"])
        );
        Refused(
            "the run of nasbench201 scored flops, snip, none of which is in all runs; "
                + "score the same proxies in every run",
            BlockUnit.Spaces,
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], without: ["flops", "snip"]),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10"], without: ["params", "wot"])
        );
        Refused(
            "1 of 3 proxies have a rank correlation on every task, and a comparison takes two; "
                + "score more proxies in every run (flops: not scored on nasbenchmacro/cifar10)",
            BlockUnit.Spaces,
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], without: ["flops", "wot"]),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10"], without: ["params", "wot"])
        );
        Refused(
            "two runs have seed 0 and input seed 0; give each run once",
            BlockUnit.Spaces,
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"]),
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"]),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10"])
        );
    }

    [Fact]
    public void The_same_runs_give_the_same_numbers() =>
        Assert.Equal(
            AcrossJson.Of(AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled)).ToJsonString(),
            AcrossJson.Of(AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled)).ToJsonString()
        );

    [Fact]
    public void Runs_of_several_spaces_or_datasets_are_compared_across_them()
    {
        Assert.True(AcrossAnalysis.IsFor(_spaces.Three().Select(run => run.Manifest)));
        Assert.True(
            AcrossAnalysis.IsFor([
                _spaces.Run(MadeUpSpaces.Cells, ["cifar10", "cifar100"]).Manifest,
                _spaces.Run(MadeUpSpaces.Cells, ["cifar100", "cifar10"]).Manifest,
            ])
        );
        Assert.False(
            AcrossAnalysis.IsFor([
                _spaces.Run(MadeUpSpaces.Macro, ["cifar10"]).Manifest,
                _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], seed: 1).Manifest,
            ])
        );
    }

    [Fact]
    public void The_tables_are_those_of_the_snapshot()
    {
        var analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, Resampled);
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", "across.md")),
            $"{AcrossWords.Answer(analysis)}\n\n"
                + string.Concat(
                    AcrossFolder
                        .Tables(analysis)
                        .Select(table => $"# {table.Id}\n\n{Markdown.Table(table)}\n{table.Caption}\n\n")
                )
        );
    }

    private static void Refused(
        string sentence,
        BlockUnit unit,
        params ZcBench.Reports.Runs.ScoredRun[] runs
    ) =>
        Assert.Equal(
            sentence,
            Assert.Throws<UserError>(() => AcrossAnalysis.Of(runs, unit, Resampled)).Message
        );
}
