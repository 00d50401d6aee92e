using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Export;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Onnx.Tests;

/// <summary>
/// Laws of the operations that no benchmark has, on a network of all of them: second derivatives are those of
/// differences, and several networks at once are scored as one by one.
/// </summary>
public sealed class OperationLawTests
{
    private const int Samples = 3;

    public OperationLawTests() => torch.set_num_threads(1);

    [Fact]
    public void The_second_derivative_is_that_of_differences_of_gradients()
    {
        var file = OnnxNetwork.Read("all", All("a"));
        OnnxSpace.Register();
        var network = file.Build(file.Task);
        var settings = ProbeSettings.Noise(file.Task, Samples, 0, Placement.Cpu64, InitKind.Default);
        using var prober = new Prober(settings);
        var grasp = prober.Measure(
            [new BuiltArchitecture(OnnxSpace.Instance.Of(file), network)],
            ProxyCatalogue.Select("grasp")
        )[0][0];
        const double Step = 1e-6;
        using var scope = torch.NewDisposeScope();
        var at = Gradients(network, settings, 1);
        var above = Gradients(network, settings, 1 + Step);
        var below = Gradients(network, settings, 1 - Step);
        var expected = at.Zip(above, below)
            .Sum(item => (item.Second - item.Third).mul(item.First).sum().item<double>() / (2 * Step));
        Assert.Equal(1, -grasp.Score.Value / expected, 1e-6);
    }

    [Fact]
    public void Several_networks_at_once_are_scored_as_one_by_one()
    {
        OnnxSpace.Register();
        OnnxNetwork[] files = [OnnxNetwork.Read("a", All("a")), OnnxNetwork.Read("b", All("b"))];
        var task = files[0].Task;
        BuiltArchitecture[] population =
        [
            .. files.Select(file => new BuiltArchitecture(OnnxSpace.Instance.Of(file), file.Build(task))),
        ];
        IProxy[] proxies =
        [
            .. ProxyCatalogue.Proxies.Values.Where(proxy => !TrainedProxy.IsOfTraining(proxy)),
        ];
        using var prober = new Prober(ProbeSettings.Noise(task, Samples, 0, Placement.Cpu64));
        var together = prober.Measure(population, proxies);
        foreach (var (member, scores) in population.Zip(together))
        {
            foreach (var (alone, among) in prober.Measure([member], proxies)[0].Zip(scores))
            {
                Assert.True(
                    alone.Score.IsDefined == among.Score.IsDefined
                        && (
                            !alone.Score.IsDefined
                            || Math.Abs(alone.Score.Value - among.Score.Value)
                                <= 1e-8 * Math.Abs(alone.Score.Value) + 1e-12
                        ),
                    $"{alone.Proxy.Id}: {alone.Score} alone, {among.Score} among two"
                );
            }
        }
    }

    [Fact]
    public void Proxies_without_anything_to_see_say_so()
    {
        OnnxSpace.Register();
        var file = OnnxNetwork.Read(
            "linear",
            Made.Model(graph =>
            {
                graph.Tensor("w", [4, 4, 3, 3], Made.Numbers(144, 1));
                graph.Node("Conv", ["x", "w"], "a");
                Made.End(graph, "a");
            })
        );
        var built = new BuiltArchitecture(OnnxSpace.Instance.Of(file), file.Build(file.Task));
        using var prober = new Prober(ProbeSettings.Noise(file.Task, Samples, 0, Placement.Cpu32));
        var scores = prober
            .Measure([built], ProxyCatalogue.Select("all"))[0]
            .ToDictionary(item => item.Proxy.Id, item => item.Score);
        Assert.All(
            ["wot", "nwot", "das_distinct", "das_units", "swap"],
            id => Assert.Equal("the network has no ReLU", scores[id].Reason)
        );
        Assert.Contains("no batch norm", scores["zen"].Reason, StringComparison.Ordinal);
        Assert.Equal("the network has fewer than two stages", scores["az_trainability"].Reason);
        Assert.True(scores["grad_norm"].IsDefined);
        Assert.True(scores["synflow"].IsDefined);
    }

    private static IReadOnlyList<Tensor> Gradients(Blueprint network, ProbeSettings settings, double factor)
    {
        using var bank = new WeightBank(new(InitKind.Default, 0), Placement.Cpu64);
        var schedule = Schedule.Of([network], [StepSelection.Logits]);
        using var population = PopulationNetwork.Create(
            schedule,
            new ScaledWeights(bank, factor),
            Placement.Cpu64,
            differentiable: true
        );
        var image = settings.Task.Image;
        var images = Placement.Cpu64.Maps(
            settings.Batch.Pixels,
            Samples,
            image.Channels,
            image.Height,
            image.Width
        );
        var logits = population.Forward(images, schedule.Needed(StepSelection.Logits), Unobserved.Instance)!;
        var loss = torch.nn.functional.cross_entropy(logits, torch.tensor(settings.Batch.Labels));
        var weights = schedule.Steps.Select(population.Weight).OfType<Tensor>().ToList();
        return [.. torch.autograd.grad([loss], weights)];
    }

    // Names begin with a prefix, so that two networks have different weights.
    private static byte[] All(string prefix) =>
        Made.Model(graph =>
        {
            Convolve(graph, "x", "c1", [4, 4, 3, 3], pads: 1);
            graph.Node("BatchNormalization", ["c1", .. Rows(graph, $"{prefix}.bn", 4)], "bn");
            graph.Node("LeakyRelu", ["bn"], "leaky", [GraphWriter.Float("alpha", 0.1)]);
            graph.Tensor($"{prefix}.slope", [4, 1, 1], Made.Numbers(4, 1));
            graph.Node("PRelu", ["leaky", $"{prefix}.slope"], "prelu");
            Convolve(graph, "prelu", "c2", [4, 2, 3, 1], pads: 1, groups: 2);
            graph.Tensor("three", [], [3]);
            graph.Tensor("sixth", [], [1 / 6f]);
            graph.Tensor("zero", [], [0]);
            graph.Tensor("one", [], [0.8f]);
            graph.Node("Clip", ["c2", "zero", "one"], "relu6");
            graph.Node("Add", ["c2", "three"], "plus");
            graph.Node("Mul", ["plus", "sixth"], "line");
            graph.Node("Erf", ["line"], "erf");
            graph.Node("GlobalAveragePool", ["prelu"], "squeezed");
            Convolve(graph, "squeezed", "excited", [4, 4, 1, 1], pads: 0);
            graph.Node("HardSigmoid", ["excited"], "gate");
            graph.Node("Mul", ["erf", "gate"], "gated");
            graph.Node("Concat", ["relu6", "gated"], "joined", [GraphWriter.Int("axis", 1)]);
            graph.Node("Reshape", ["joined", graph.Wholes([0, 2, 4, 8, 6])], "grouped");
            graph.Node("Transpose", ["grouped"], "dealt", [GraphWriter.Ints("perm", 0, 2, 1, 3, 4)]);
            graph.Node("Reshape", ["dealt", graph.Wholes([0, 8, 8, 6])], "shuffled");
            graph.Node(
                "Slice",
                ["shuffled", graph.Wholes([1]), graph.Wholes([7]), graph.Wholes([1])],
                "sliced"
            );
            graph.Node(
                "LRN",
                ["sliced"],
                "lrn",
                [GraphWriter.Int("size", 3), GraphWriter.Float("alpha", 0.3)]
            );
            graph.Tensor($"{prefix}.scale", [6, 1, 1], Made.Numbers(6, 2));
            graph.Tensor($"{prefix}.shift", [6, 1, 1], Made.Numbers(6, 3));
            graph.Node("Mul", ["lrn", $"{prefix}.scale"], "scaled");
            graph.Node("Add", ["scaled", $"{prefix}.shift"], "shifted");
            graph.Node("Pad", ["shifted", graph.Wholes([0, 0, 0, 1, 0, 0, 0, 1])], "padded");
            graph.Node(
                "MaxPool",
                ["padded"],
                "largest",
                [
                    GraphWriter.Ints("kernel_shape", 3, 3),
                    GraphWriter.Ints("strides", 2, 2),
                    GraphWriter.Ints("pads", 0, 0, 1, 1),
                ]
            );
            graph.Node("HardSwish", ["largest"], "swish");
            graph.Node("Elu", ["swish"], "elu");
            graph.Node("Flatten", ["elu"], "flat");
            graph.Tensor($"{prefix}.fc1", [96, 5], Made.Numbers(480, 4));
            graph.Node("MatMul", ["flat", $"{prefix}.fc1"], "hidden");
            graph.Node("Gelu", ["hidden"], "gelu");
            graph.Tensor($"{prefix}.fc2", [3, 5], Made.Numbers(15, 5));
            graph.Tensor($"{prefix}.b2", [3], Made.Numbers(3, 6));
            graph.Node(
                "Gemm",
                ["gelu", $"{prefix}.fc2", $"{prefix}.b2"],
                "y",
                [GraphWriter.Int("transB", 1)]
            );

            void Convolve(GraphWriter graph, string from, string to, long[] dims, int pads, int groups = 1)
            {
                var count = (int)dims.Aggregate(1L, (a, b) => a * b);
                graph.Tensor($"{prefix}.{to}", [.. dims], Made.Numbers(count, 8));
                graph.Tensor($"{prefix}.{to}.bias", [dims[0]], Made.Numbers((int)dims[0], 9));
                graph.Node(
                    "Conv",
                    [from, $"{prefix}.{to}", $"{prefix}.{to}.bias"],
                    to,
                    [
                        GraphWriter.Ints(
                            "pads",
                            to == "c2" ? 2 : pads,
                            to == "c2" ? 0 : pads,
                            to == "c2" ? 2 : pads,
                            to == "c2" ? 0 : pads
                        ),
                        GraphWriter.Int("group", groups),
                    ]
                );
            }
        });

    private static IEnumerable<string> Rows(GraphWriter graph, string path, int channels)
    {
        foreach (var (index, ending) in new[] { "weight", "bias", "mean", "variance" }.Index())
        {
            graph.Tensor($"{path}.{ending}", [channels], [.. Made.Numbers(channels, index).Select(Math.Abs)]);
            yield return $"{path}.{ending}";
        }
    }
}
