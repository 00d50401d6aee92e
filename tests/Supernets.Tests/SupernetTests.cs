using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Tests;

public sealed class SupernetTests : TorchTest
{
    [Fact]
    public void It_has_as_many_weights_and_multiply_accumulates_as_published_code()
    {
        var space = new NasBench201Space();
        var full = space.BuildSupernet(ImageTask.Cifar10, channels: 0, cells: 0);
        Assert.Equal(1_686_106, full.Network.Parameters);
        Assert.Equal(243_712_650, full.Network.Macs);
        Assert.Equal(395_866, space.BuildSupernet(ImageTask.Cifar10, 16, 1).Network.Parameters);
    }

    [Fact]
    public void Operations_and_architectures_are_each_others_inverse()
    {
        var space = new NasBench201Space();
        var blueprint = space.BuildSupernet(ImageTask.Cifar10, 4, 1);
        foreach (var architecture in space.Enumerate().Where((_, i) => i % 97 == 0))
        {
            Assert.Equal(
                architecture.Text,
                blueprint.Architecture(blueprint.OperationsOf(architecture)).Text
            );
        }
    }

    [Fact]
    public void Weights_of_removed_operations_are_not_read()
    {
        using var scope = torch.NewDisposeScope();
        using var tiny = new TinySupernet(0);
        using var weights = tiny.Weights();
        var live = tiny.Everything.Restricted(1, [0, 3]).Restricted(4, [1]);
        var mixing = Mixing.Softmax(torch.zeros(6, 5, dtype: torch.float64), live);
        var before = Logits();
        using (torch.no_grad())
        {
            foreach (var choice in tiny.Everything.Choices.Where(item => !live[item.Edge, item.Operation]))
            {
                foreach (var path in tiny.Blueprint.EdgeWeights[choice])
                {
                    weights.Trained[path].fill_(double.NaN);
                    Assert.DoesNotContain(path, tiny.Net.UsedWeights(live));
                }
            }
        }

        Assert.Equal(before, Logits());

        double[] Logits() =>
            tiny.Net.Forward(tiny.Input.Images, weights, mixing, BatchNormMode.Batch).Numbers();
    }

    [Fact]
    public void A_cell_that_passes_nothing_on_gives_every_image_the_same_logits()
    {
        using var scope = torch.NewDisposeScope();
        using var tiny = new TinySupernet(0);
        using var weights = tiny.Weights();
        var nothing = LiveOperations.One(tiny.Blueprint, new int[6]);
        var mixing = Mixing.OneHot(nothing, tiny.Input.Images);
        var logits = tiny.Net.Forward(tiny.Input.Images, weights, mixing, BatchNormMode.Batch);
        Assert.Equal(logits[0].Numbers(), logits[15].Numbers());
        Assert.True(logits.isfinite().all().item<bool>());
    }

    [Fact]
    public void Running_statistics_change_in_training_alone()
    {
        using var scope = torch.NewDisposeScope();
        using var tiny = new TinySupernet(0);
        using var sub = tiny.Sub();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha], sub.Live);
        var before = Means();
        tiny.Net.Forward(tiny.Input.Images, sub.Weights, mixing, BatchNormMode.Batch);
        tiny.Net.Forward(tiny.Input.Images, sub.Weights, mixing, BatchNormMode.Running);
        Assert.Equal(before, Means());
        tiny.Net.Forward(tiny.Input.Images, sub.Weights, mixing, BatchNormMode.Training);
        Assert.NotEqual(before, Means());

        double[] Means() => sub.Weights.Running["stem.conv.bn.mean"].Numbers();
    }

    [Fact]
    public void Choices_are_listed_edge_by_edge()
    {
        using var tiny = new TinySupernet(0);
        var live = LiveOperations.WithoutZero(tiny.Blueprint);
        Assert.Equal(24, live.Choices.Length);
        Assert.Equal(new EdgeChoice(0, 1), live.Choices[0]);
        Assert.Equal(new EdgeChoice(5, 4), live.Choices[^1]);
    }
}
