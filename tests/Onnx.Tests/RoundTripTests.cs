using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Export;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Onnx.Tests;

/// <summary>Networks of benchmarks, written as ONNX and read back.</summary>
public sealed class RoundTripTests
{
    // Counted on the searched cell, and on the modules of the published network, which a file does not have.
    private static readonly string[] OfTheSpace = ["linear_regions", "dextr"];

    /// <summary>Cells with all operations, dead branches, lone skips and stages that are zero.</summary>
    public static TheoryData<string, string> Architectures { get; } =
        new()
        {
            {
                "nasbench201",
                "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|"
            },
            {
                "nasbench201",
                "|none~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|none~0|avg_pool_3x3~1|skip_connect~2|"
            },
            { "nasbench201", "|skip_connect~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|" },
            { "nasbench201", "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|nor_conv_3x3~2|" },
            { "nasbench101", "mp:0/c1:0+1/c3:1/out:0+2+3" },
            { "transnasbench101-micro", "64-41414-1_02_333" },
            { "transnasbench101-macro", "64-1234-basic" },
            {
                "darts",
                "[[[0,3],[1,3],[0,3],[1,3],[1,3],[0,2],[0,2],[2,5]],"
                    + "[[0,0],[1,0],[2,2],[1,0],[0,0],[2,2],[2,2],[1,0]]]"
            },
            { "nasbenchmacro", "01200120" },
        };

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_score_is_that_of_the_direct_way_to_the_last_bit(string space, string text)
    {
        LongTests.SkipUnlessAsked(
            space != "nasbench201"
                || text.StartsWith("|none", StringComparison.Ordinal)
                || text.StartsWith("|skip", StringComparison.Ordinal)
        );
        var (architecture, task) = Sample(space, text);
        torch.set_num_threads(1);
        var direct = BuiltArchitecture.Of(architecture, task);
        var file = OnnxNetwork.Read("written", OnnxExport.Write(direct.Blueprint, null));
        OnnxSpace.Register();
        var read = new BuiltArchitecture(OnnxSpace.Instance.Of(file), file.Build(task));
        Assert.Equal(direct.Blueprint.Parameters, read.Blueprint.Parameters);
        Assert.Equal(direct.Blueprint.Macs, read.Blueprint.Macs);
        IProxy[] proxies =
        [
            .. ProxyCatalogue.Proxies.Values.Where(proxy =>
                !TrainedProxy.IsOfTraining(proxy) && !OfTheSpace.Contains(proxy.Info.Id)
            ),
        ];
        using var prober = new Prober(ProbeSettings.Noise(task, 2, 0, Placement.Cpu32));
        var expected = prober.Measure([direct], proxies)[0];
        var found = prober.Measure([read], proxies)[0];
        Assert.All(
            expected.Zip(found),
            pair =>
                Assert.True(
                    pair.First.Score.Equals(pair.Second.Score),
                    $"{pair.First.Proxy.Id}: {pair.First.Score} directly, {pair.Second.Score} from the file"
                )
        );
    }

    [Fact]
    public void Exported_weights_are_those_that_are_drawn()
    {
        var (architecture, task) = Sample("nasbench201", Architectures.First().Data.Item2);
        var network = BuiltArchitecture.Of(architecture, task).Blueprint;
        var init = new WeightInit(InitKind.Default, 3);
        var file = OnnxNetwork.Read("written", OnnxExport.Write(network, new(init.Weights, init.Bias)));
        var numbers = file.Numbers(file.Task).Layers;
        Assert.All(
            network.Steps.Select(step => step.Operation).OfType<Convolution>(),
            conv => Assert.Equal(init.Weights(conv.Path, conv.Weights, conv.FanIn), numbers[conv.Path]())
        );
        Assert.Equal(init.Bias("classifier.bias", 10, 64), numbers["classifier.bias"]());
    }

    [Fact]
    public void Weights_do_not_change_the_digest_and_the_graph_does()
    {
        var (one, task) = Sample("nasbench201", Architectures.First().Data.Item2);
        var (other, _) = Sample("nasbench201", Architectures.Skip(1).First().Data.Item2);
        var init = new WeightInit(InitKind.Default, 3);
        Assert.Equal(Digest(one, null), Digest(one, new(init.Weights, init.Bias)));
        Assert.NotEqual(Digest(one, null), Digest(other, null));

        string Digest(Architecture architecture, OnnxWeights? weights) =>
            OnnxNetwork
                .Read(
                    "written",
                    OnnxExport.Write(BuiltArchitecture.Of(architecture, task).Blueprint, weights)
                )
                .Digest;
    }

    private static (Architecture Architecture, ImageTask Task) Sample(string name, string text)
    {
        var space = SearchSpaces.Named(name);
        var task = name switch
        {
            "darts" => ImageTask.Named("cifar10@16@C4@L4"),
            _ when name.StartsWith("transnas", StringComparison.Ordinal) => ImageTask.Named(
                "class_object@32"
            ),
            _ => ImageTask.Cifar10.OfSide(16),
        };
        return (text.Length > 0 ? space.Parse(text) : space.Enumerate().Skip(12_345).First(), task);
    }
}
