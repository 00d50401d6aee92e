using System.Text.Json;
using ZcBench.Supernets.Matching;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Tests;

/// <summary>Distances and splits against the functions of GM-NAS.</summary>
public sealed class GradientMatchingGoldenTests : TorchTest
{
    private const int Operations = 5;

    public static TheoryData<string> Files => GoldenFile.Named("gradient-matching");

    [Theory]
    [MemberData(nameof(Files))]
    public void Distances_splits_and_chosen_edges_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        foreach (var run in golden.GetProperty("runs").EnumerateObject())
        {
            var matching = new GradientMatching(
                tiny.Net,
                Metric(run.Value.GetProperty("metric").GetString()!)
            );
            using var sub = tiny.Sub(run.Value.GetProperty("alpha").GetString()!);
            Level(tiny, sub, matching, run.Value.GetProperty("level1"));
            if (run.Value.TryGetProperty("level2", out var second))
            {
                foreach (var half in second.EnumerateArray())
                {
                    var parent = half.GetProperty("parent_encoding_of_edge");
                    using var child = sub.Child(sub.Live.Restricted(parent[0].GetInt32(), Live(parent[1])));
                    Level(tiny, child, matching, half);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Gradients_are_those_of_the_same_tensors(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        var expected = golden.GetProperty("gradient_of_edge_0");
        var names = new GradientMatching(tiny.Net, GradientDistance.Cosine).SharedBy(0, sub);
        Assert.Equal(
            expected.GetProperty("tensors").EnumerateArray().Select(name => name.GetString()).Order(),
            names.Order()
        );
        Assert.Equal(
            expected.GetProperty("elements").GetInt64(),
            names.Sum(name => sub.Weights.Trained[name].numel())
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Partitions_are_equal(string file)
    {
        foreach (var item in GoldenFile.Open(file).GetProperty("partition_cases").EnumerateArray())
        {
            var split = Split.Of(0, item.GetProperty("distance").Matrix());
            Assert.Equal(item.GetProperty("group_of_two").Integers(), split.Group);
            Assert.Equal(item.GetProperty("rest").Integers(), split.Rest);
            Near.Equal(item.Number("edge_score"), split.Between, Near.Values, "edge score");
        }
    }

    private static void Level(
        TinySupernet tiny,
        SubSupernet sub,
        GradientMatching matching,
        JsonElement expected
    )
    {
        using var scope = torch.NewDisposeScope();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);
        var splits = new List<Split>();
        foreach (var edge in expected.GetProperty("edges").EnumerateArray())
        {
            var number = edge.GetProperty("edge").GetInt32();
            var first = matching.Distances(number, sub, mixing, tiny.Input);
            var second = matching.Distances(number, sub, mixing, tiny.Input2);
            var mean = new double[Operations, Operations];
            for (var i = 0; i < mean.Length; i++)
            {
                var (row, column) = (i / Operations, i % Operations);
                mean[row, column] = (first[row, column] + second[row, column]) / 2;
            }

            Near.Equal(
                edge.GetProperty("distance").Numbers(),
                [.. mean.Cast<double>()],
                Near.Values,
                $"distances of edge {number}"
            );
            var split = Split.Of(number, mean);
            Assert.Equal(edge.GetProperty("group_of_two").Integers(), split.Group);
            Assert.Equal(edge.GetProperty("group_of_three").Integers(), split.Rest);
            Near.Equal(edge.Number("within"), split.Within, Near.Values, "within");
            Near.Equal(edge.Number("edge_score"), split.Between, Near.Values, "edge score");
            splits.Add(split);
        }

        var best = Split.Best(splits)!;
        Assert.Equal(expected.GetProperty("chosen_edge").GetInt32(), best.Edge);
        if (expected.TryGetProperty("encodings_of_chosen_edge", out var encodings))
        {
            Assert.Equal([best.Group, best.Rest], encodings.EnumerateArray().Select(Live));
        }
    }

    private static int[] Live(JsonElement encoding) =>
        [.. encoding.Numbers().Index().Where(item => item.Item > 0).Select(item => item.Index)];

    private static GradientDistance Metric(string name) =>
        name switch
        {
            "cos" => GradientDistance.Cosine,
            "mse" => GradientDistance.Squared,
            _ => GradientDistance.FilterCosine,
        };
}
