using ZcBench.Supernets.Matching;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Tests;

public sealed class GradientMatchingTests : TorchTest
{
    [Fact]
    public void An_operation_agrees_with_itself_and_both_ways()
    {
        using var scope = torch.NewDisposeScope();
        using var tiny = new TinySupernet(3);
        using var sub = tiny.Sub("counter");
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);
        var distances = new GradientMatching(tiny.Net, GradientDistance.Cosine).Distances(
            2,
            sub,
            mixing,
            tiny.Input
        );
        for (var i = 0; i < 5; i++)
        {
            Assert.InRange(distances[i, i], 0, 1e-5);
            for (var j = 0; j < 5; j++)
            {
                Assert.Equal(distances[i, j], distances[j, i]);
                Assert.InRange(distances[i, j], 0, 2);
            }
        }
    }

    [Fact]
    public void Comparing_changes_nothing()
    {
        using var scope = torch.NewDisposeScope();
        using var tiny = new TinySupernet(3);
        using var sub = tiny.Sub();
        var before = sub
            .Weights.Trained.All.Concat(sub.Weights.Running.All)
            .SelectMany(Near.Numbers)
            .ToArray();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);
        new GradientMatching(tiny.Net, GradientDistance.Squared).Distances(0, sub, mixing, tiny.Input);
        Assert.Equal(
            before,
            sub.Weights.Trained.All.Concat(sub.Weights.Running.All).SelectMany(Near.Numbers)
        );
    }

    [Fact]
    public void A_split_does_not_depend_on_the_order_of_operations()
    {
        double[,] distances =
        {
            { 0, 1, 5, 7, 6 },
            { 1, 0, 8, 9, 5.5 },
            { 5, 8, 0, 1.5, 2 },
            { 7, 9, 1.5, 0, 2.5 },
            { 6, 5.5, 2, 2.5, 0 },
        };
        int[] order = [3, 0, 4, 1, 2];
        var turned = new double[5, 5];
        for (var i = 0; i < 25; i++)
        {
            turned[i / 5, i % 5] = distances[order[i / 5], order[i % 5]];
        }

        var (plain, other) = (Split.Of(0, distances), Split.Of(0, turned));
        Assert.Equal([0, 1], plain.Group);
        Assert.Equal(plain.Group, other.Group.Select(i => order[i]).Order());
        Assert.Equal(plain.Between, other.Between, 1e-12);
    }

    [Fact]
    public void No_split_is_best_where_none_gains() =>
        Assert.Null(Split.Best([Split.Of(0, new double[5, 5])]));
}
