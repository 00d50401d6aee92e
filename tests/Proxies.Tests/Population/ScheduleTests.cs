using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests.Population;

public sealed class ScheduleTests
{
    private const string All3x3 =
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private const string Residual =
        "|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_3x3~2|";
    private const string DeadEnd = "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";

    [Fact]
    public void One_network_is_its_blueprint_step_by_step()
    {
        var blueprint = Built(Residual);
        var schedule = Schedule.Of([blueprint], [StepSelection.Logits]);
        Assert.Equal(
            blueprint.Steps.Where(step => blueprint.NeededForLogits()[step.Index]),
            schedule.Steps.Select(step => Assert.Single(step.Slots).Step)
        );
    }

    [Fact]
    public void Equal_networks_run_in_the_steps_of_one()
    {
        var alone = Schedule.Of([Built(Residual)], [StepSelection.Logits]).Steps.Length;
        var schedule = Schedule.Of([.. Enumerable.Repeat(Built(Residual), 5)], [StepSelection.Logits]);
        Assert.Equal(alone, schedule.Steps.Length);
        Assert.All(schedule.Steps.Skip(1), step => Assert.Equal(5, step.Slots.Length));
        Assert.All(
            schedule.Steps.SelectMany(step => step.Inputs).Where(reading => !reading.IsShared),
            reading => Assert.Single(reading.Runs)
        );
    }

    [Fact]
    public void Every_step_that_a_selection_holds_is_computed_once_after_what_it_reads()
    {
        Blueprint[] members = [Built(All3x3), Built(Residual), Built(DeadEnd)];
        StepSelection[] selections = [StepSelection.Logits, StepSelection.Everything];
        var schedule = Schedule.Of(members, selections);
        foreach (var (member, blueprint) in members.Index())
        {
            var slots = schedule
                .Steps.Skip(1)
                .Where(step => step.Operation is not Gathering)
                .SelectMany(step => step.Slots)
                .Where(slot => slot.Member == member)
                .Select(slot => slot.Step.Index)
                .ToList();
            Assert.Equal(slots.Count, slots.Distinct().Count());
            Assert.Equal(
                blueprint.Steps.Skip(1).Where(step => !step.IsZero).Select(step => step.Index),
                slots.Order()
            );
        }

        Assert.All(
            schedule.Steps,
            step =>
                Assert.All(
                    step.Inputs.SelectMany(reading => reading.Runs),
                    run => Assert.True(run.Step < step.Index)
                )
        );
    }

    [Fact]
    public void A_pass_computes_what_it_selects_and_no_more()
    {
        Blueprint[] members = [Built(DeadEnd), Built(Residual), Built(All3x3)];
        var schedule = Schedule.Of(members, [StepSelection.Logits, StepSelection.Everything]);
        var needed = schedule.Needed(StepSelection.Logits);
        foreach (
            var slot in schedule
                .Steps.Where(step => needed[step.Index])
                .Skip(1)
                .SelectMany(step => step.Slots)
        )
        {
            Assert.True(members[slot.Member].NeededForLogits()[slot.Step.Index]);
        }
    }

    [Fact]
    public void The_stem_of_all_reads_one_input_unless_each_has_its_own()
    {
        Blueprint[] members = [Built(All3x3), Built(Residual)];
        var common = Schedule.Of(members, [StepSelection.Logits]);
        Assert.True(common.Steps[1].Inputs[0].IsShared);
        Assert.False(common.HasInputForEach);
        var own = Schedule.Of(members, [StepSelection.Logits], inputForEach: true);
        Assert.False(own.Steps[1].Inputs[0].IsShared);
        Assert.Equal(2, own.Steps[0].Slots.Length);
    }

    [Fact]
    public void The_values_of_a_stage_are_side_by_side()
    {
        Blueprint[] members = [Built(All3x3), Built(Residual), Built(All3x3)];
        var schedule = Schedule.Of(members, [StepSelection.Logits, StepSelection.Stages]);
        Assert.Equal(members[0].Stages.Length, schedule.Stages.Count);
        foreach (var steps in schedule.Stages)
        {
            var step = schedule.Steps[Assert.Single(steps)];
            Assert.Equal([0, 1, 2], step.Slots.Select(slot => slot.Member));
        }
    }

    [Fact]
    public void A_selection_that_the_schedule_does_not_know_is_a_fault()
    {
        var schedule = Schedule.Of([Built(Residual)], [StepSelection.Logits]);
        Assert.Throws<ArgumentException>(() => schedule.Needed(StepSelection.Norms));
    }

    private static Blueprint Built(string text)
    {
        var space = SearchSpaces.Named("nasbench201");
        return space.Build(space.Parse(text), ImageTask.Cifar10);
    }

    [Fact]
    public void Networks_of_different_depths_and_widths_give_their_own_logits_in_order()
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var (space, task) = (
            SearchSpaces.Named("transnasbench101-macro"),
            ImageTask.Named("class_object@32")
        );
        string[] texts = ["64-134213-basic", "64-3211-basic", "64-1234-basic", "64-1123-basic"];
        Blueprint[] all = [.. texts.Select(text => space.Build(space.Parse(text), task))];
        using var bank = new WeightBank(new(InitKind.Default, 0), Placement.Cpu64);
        var images = Placement.Cpu64.Maps(Minibatch.Noise(task, 4, 0).Pixels, 4, 3, 32, 32);
        var expected = torch.cat([.. all.Select(one => Logits([one]))], 1);
        Assert.True(expected.allclose(Logits(all)));

        Tensor Logits(Blueprint[] members)
        {
            StepSelection[] selections = [StepSelection.Logits];
            var schedule = Schedule.Of(members, selections);
            using var network = PopulationNetwork.Create(schedule, bank, Placement.Cpu64);
            return network.Forward(network.Inputs(images), schedule.Needed(selections), Unobserved.Instance)!;
        }
    }
}
