using ZcBench.Benchmarks;
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
        var steps = ForwardSelection.Of(task, ["params", "flops", "snip", "wot"], 2);
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
        Assert.Equal(3, study.Choices.Count);
        foreach (var judgement in study.Judgements)
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
    public void One_dataset_cannot_judge_itself()
    {
        var fault = Assert.Throws<UserError>(() =>
            CombinationStudy.Of([_spaces.Run(MadeUpSpaces.Macro, ["cifar10"])], 3, 0, Few)
        );
        Assert.StartsWith("the runs hold one dataset of one space", fault.Message, StringComparison.Ordinal);
    }
}
