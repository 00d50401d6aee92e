using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests;

/// <summary>The derivatives of each sample's logits against automatic ones.</summary>
public sealed class LogitJacobianTests : TorchTest
{
    /// <summary>Depthwise and dilated convolutions; a branch that sees only zeros.</summary>
    public static TheoryData<string, string, string> Networks { get; } =
        new()
        {
            {
                "darts",
                "normal:sep_conv_3x3~0+dil_conv_5x5~1/max_pool_3x3~1+skip_connect~2/"
                    + "avg_pool_3x3~2+skip_connect~3/max_pool_3x3~3+skip_connect~4:"
                    + "reduce:skip_connect~0+dil_conv_3x3~1/max_pool_3x3~0+skip_connect~2/"
                    + "avg_pool_3x3~1+skip_connect~3/skip_connect~1+avg_pool_3x3~4",
                "cifar10@16@C4@L4"
            },
            {
                "nasbench201",
                "|nor_conv_1x1~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_1x1~2|",
                "cifar10@16"
            },
        };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Sums_over_samples_are_gradients_of_summed_logits(string space, string text, string dataset)
    {
        var task = ImageTask.Named(dataset);
        var searched = SearchSpaces.Named(space);
        var architecture = searched.Parse(text);
        const int Samples = 3;
        using var scope = torch.NewDisposeScope();
        var settings = ProbeSettings.Noise(task, Samples, 0, Placement.Cpu64);
        using var prober = new Prober(settings);
        Tensor? own = null;
        using var state = new AffineState(0.3);
        prober.Measure(
            [BuiltArchitecture.Of(architecture, task)],
            [
                new Looker<LogitJacobian>(
                    "vkdnw",
                    LogitJacobian.Need,
                    seen => own = seen.Values.sum(0L).DetachFromDisposeScope()
                ),
            ],
            state: state
        );

        var network = searched.BuildWithZeros(architecture, task);
        var schedule = Schedule.Of([network], [StepSelection.Logits]);
        using var population = PopulationNetwork.Create(
            schedule,
            state.Weights,
            Placement.Cpu64,
            differentiable: true
        );
        var images = Placement.Cpu64.Maps(settings.Batch.Pixels, Samples, 3, 16, 16);
        var needed = schedule.Needed(StepSelection.Logits);
        var logits = population.Forward(images, needed, Unobserved.Instance, new InitialStatistics())!;
        var tensors = network
            .ParameterTensors.Take(LogitJacobian.MostTensors)
            .Select(tensor => (tensor, Parameter: Parameter(population, network, tensor)))
            .ToList();
        Assert.Equal(tensors.Count, own!.shape[1]);
        foreach (var k in new[] { 0, 9 })
        {
            var live = tensors.Where(item => item.Parameter is not null).ToList();
            var gradients = torch.autograd.grad(
                [logits.select(1, k).sum()],
                [.. live.Select(item => item.Parameter!)],
                retain_graph: true
            );
            var expected = live.Zip(gradients, (item, g) => (item.tensor, g.reshape(-1)[0].item<double>()))
                .ToDictionary();
            foreach (var (column, (tensor, _)) in tensors.Index())
            {
                var value = expected.GetValueOrDefault(tensor);
                Assert.Equal(value, own[k, column].item<double>(), 1e-10 * (1 + Math.Abs(value)));
            }
        }

        own.Dispose();
    }

    private static Tensor? Parameter(PopulationNetwork network, Blueprint blueprint, ParameterTensor tensor)
    {
        if (network.Schedule.PlaceOf(0, tensor.Step) is not { } place)
        {
            return null;
        }

        var step = network.Schedule.Steps[place.Step];
        var isWeight = tensor.Kind == ParameterKind.Weight;
        return blueprint.Steps[tensor.Step].Operation is BatchNorm
            ? isWeight
                ? network.Affine(step).Scale
                : network.Affine(step).Shift
            : isWeight
                ? network.Weight(step)
                : network.Bias(step);
    }
}
