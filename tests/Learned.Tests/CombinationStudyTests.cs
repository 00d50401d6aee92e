using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Learned.Combinations;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Across;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Tests;

public sealed class CombinationStudyTests : IDisposable
{
    private static readonly Bootstrap Few = new(50);
    private readonly MadeUpSpaces _spaces = new();

    public void Dispose() => _spaces.Dispose();

    [Fact]
    public void Forward_selection_takes_the_best_pair_that_its_first_choice_leaves()
    {
        var task = new CombinationTask(_spaces.Run(MadeUpSpaces.Macro, ["cifar10"]));
        var steps = ForwardSelection.Of(task.Tau, ["params", "flops", "snip", "wot"], 2);
        Assert.Equal("wot", Assert.Single(steps[0]));
        var best = new[] { "params", "flops", "snip" }.Max(id => task.Tau(["wot", id]));
        if (best > task.Tau(["wot"]))
        {
            Assert.Equal(best, task.Tau(steps[1]));
        }
        else
        {
            Assert.Single(steps);
        }
    }

    [Fact]
    public void No_task_judges_what_was_chosen_on_it_and_the_same_space_judges_on_other_architectures()
    {
        var study = CombinationStudy.Of(_spaces.Three(), 3, 0, Few);
        Assert.Equal(3, study.Choices.Count(choice => choice.LeftOut is null));
        foreach (var judgement in study.Judgements.Where(item => item.Choice.LeftOut is null))
        {
            Assert.DoesNotContain(judgement.Choice.On, judgement.Tasks.Select(task => task.Name));
            var isSame = judgement.Choice.On.StartsWith(judgement.Space + "/", StringComparison.Ordinal);
            Assert.All(judgement.Tasks, task => Assert.InRange(task.Count, 10, isSame ? 25 : 40));
        }

        // The macro space has one dataset, so only the others judge what was chosen on it.
        Assert.DoesNotContain(
            study.Judgements,
            judgement =>
                judgement.Space == MadeUpSpaces.Macro
                && judgement.Choice.On == MadeUpSpaces.Macro + "/cifar10"
        );
    }

    [Fact]
    public void Other_datasets_of_a_space_judge_on_functions_that_were_not_chosen_on()
    {
        var run = TestRun.Of(TestRun.Noisy("noisy", 20, 1));
        var study = CombinationStudy.Of([run], 3, 0, Few);
        var judgement = Assert.Single(study.Judgements);
        Assert.Equal(
            ["nasbench201/ImageNet16-120", "nasbench201/cifar100"],
            judgement.Tasks.Select(task => task.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(judgement.Tasks, task => Assert.InRange(task.Count, 10, 256 - study.Choices[0].Count));
    }

    [Fact]
    public void What_was_chosen_on_all_spaces_but_one_is_judged_on_that_one_alone()
    {
        var study = CombinationStudy.Of(_spaces.Three(), 3, 0, Few);
        string[] spaces = [MadeUpSpaces.Macro, MadeUpSpaces.Cells, MadeUpSpaces.Micro];
        Assert.Equal(
            spaces.Select(space => "all but " + space),
            study.Choices.Skip(3).Select(choice => choice.On)
        );
        Assert.All(study.Choices.Skip(3), choice => Assert.Equal(80, choice.Count));
        foreach (var space in spaces)
        {
            var judgement = Assert.Single(study.Judgements, item => item.Choice.LeftOut == space);
            Assert.Equal(space, judgement.Space);
            Assert.All(judgement.Tasks, task => Assert.Equal(40, task.Count));
        }

        // Each space counts the same, however many datasets it has.
        var chosen = study.Choices.Single(choice => choice.LeftOut == MadeUpSpaces.Cells);
        var macro = new CombinationTask(_spaces.Run(MadeUpSpaces.Macro, ["cifar10"])).Tau(chosen.Members);
        var run = _spaces.Run(MadeUpSpaces.Micro, ["class_scene", "jigsaw"]);
        var micro = run.Table.Targets.Average(target =>
            new CombinationTask(run.Against(target)).Tau(chosen.Members)
        );
        Assert.Equal((macro + micro) / 2, chosen.Steps[^1].Tau, 1e-12);
    }

    [Fact]
    public void Two_spaces_leave_nothing_out()
    {
        var study = CombinationStudy.Of([.. _spaces.Three().Take(2)], 3, 0, Few);
        Assert.Equal(2, study.Choices.Count);
        Assert.Null(study.Unseen);
        Assert.Null(UnseenTable.Of(study));
    }

    [Fact]
    public void Choices_that_have_not_seen_a_space_are_compared_with_every_score_there()
    {
        var study = CombinationStudy.Of(_spaces.Three(), 3, 0, Few);
        var unseen = study.Unseen!;
        Assert.Equal((3, 5), (unseen.Spaces, unseen.Tasks));
        Assert.Equal(
            study.Judgements.Where(item => item.Choice.LeftOut == item.Space).Average(item => item.Tau),
            unseen.Tau,
            1e-12
        );
        Assert.Equal(
            ["flops", "params", "snip", "wot"],
            unseen.Rivals.Select(rival => rival.Proxy.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(unseen.Rivals.OrderByDescending(rival => rival.Tau), unseen.Rivals);
        Assert.All(
            unseen.Rivals,
            rival =>
            {
                var mean = _spaces
                    .Three()
                    .Average(run =>
                        run.Table.Targets.Where(target => target.Split == Split.Test)
                            .Average(target => new CombinationTask(run.Against(target)).Tau([rival.Proxy.Id]))
                    );
                Assert.Equal(mean, rival.Tau, 1e-12);
                Assert.Equal(unseen.Tau - mean, rival.Improvement.Difference.Point.Value!.Value, 1e-12);
                Assert.Equal(5, rival.Improvement.Better + rival.Improvement.Equal + rival.Improvement.Worse);
            }
        );
        Assert.Equal(unseen.Rivals.Count, UnseenTable.Of(study)!.Rows.Count);
    }

    [Fact]
    public void The_difference_is_that_of_the_means()
    {
        var study = CombinationStudy.Of(_spaces.Three(), 3, 0, Few);
        Assert.All(
            study.Judgements.Where(judgement => judgement.Rival is not null),
            judgement =>
                Assert.Equal(
                    judgement.Tau
                        - judgement.Tasks.Average(task => task.Rivals[judgement.Rival!].Point.Value!.Value),
                    judgement.Difference!.Point.Value!.Value,
                    1e-12
                )
        );
        Assert.Contains(study.Judgements, judgement => judgement.Rival is not null);
        Assert.Equal(
            CombinationJson.Of(study).ToJsonString(),
            CombinationJson.Of(CombinationStudy.Of(_spaces.Three(), 3, 0, Few)).ToJsonString()
        );
    }

    [Fact]
    public void A_proxy_without_an_order_on_some_task_is_no_candidate()
    {
        ScoredRun[] runs =
        [
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], wot: (_, _) => Score.Undefined("no ReLU")),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10", "cifar100"]),
        ];
        Assert.Equal(
            ["flops", "params", "snip"],
            CombinationStudy.Of(runs, 3, 0, Few).Candidates.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_proxy_without_scores_for_most_architectures_of_a_task_is_neither_candidate_nor_rival()
    {
        Score Mostly(string space, int i) => i < 21 ? Score.Undefined("one pixel") : Score.Of(i);
        ScoredRun[] runs =
        [
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"], wot: Mostly),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10", "cifar100"]),
            _spaces.Run(MadeUpSpaces.Micro, ["class_scene"]),
        ];
        var study = CombinationStudy.Of(runs, 3, 0, Few);
        Assert.DoesNotContain("wot", study.Candidates);
        Assert.DoesNotContain("wot", study.Unseen!.Rivals.Select(rival => rival.Proxy.Id));
    }

    [Fact]
    public void A_proxy_that_some_run_was_not_scored_with_is_no_candidate()
    {
        ScoredRun[] runs =
        [
            _spaces.Run(MadeUpSpaces.Macro, ["cifar10"]),
            _spaces.Run(MadeUpSpaces.Cells, ["cifar10"], without: ["wot", "snip"]),
        ];
        Assert.Equal(
            ["flops", "params"],
            CombinationStudy.Of(runs, 3, 0, Few).Candidates.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void One_dataset_cannot_judge_itself()
    {
        var fault = Assert.Throws<UserError>(() =>
            CombinationStudy.Of([_spaces.Run(MadeUpSpaces.Macro, ["cifar10"])], 3, 0, Few)
        );
        Assert.StartsWith("the runs hold one dataset of one space", fault.Message, StringComparison.Ordinal);
    }
}
