using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Proxies of networks whose batch norm scales and shifts, as it does after training.</summary>
public sealed class TrainedStateTests : TorchTest
{
    private const int Samples = 4;

    // What holds on small images holds on all, at a quarter of the time.
    private static readonly ImageTask Small = ImageTask.Named("cifar10@16");

    private static readonly IReadOnlyList<BuiltArchitecture> Cells =
    [
        Built("|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|"),
        Built("|nor_conv_1x1~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|none~0|skip_connect~1|nor_conv_3x3~2|"),
        Built("|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|"),
    ];

    private static readonly IReadOnlyList<IProxy> All =
    [
        .. ProxyCatalogue.Proxies.Values.Where(TrainedProxy.IsPossible),
    ];

    private static ProbeSettings Settings =>
        ProbeSettings.Noise(Small, Samples, 0, Placement.Cpu64, InitKind.Default);

    [Fact]
    public void A_scale_of_1_and_a_shift_of_0_change_no_score()
    {
        using var state = new AffineState(spread: 0);
        using var prober = new Prober(Settings);
        var proxies = All.Where(proxy => !proxy.Info.InitIsDefinition).ToList();
        var plain = prober.Measure([Cells[0]], proxies)[0];
        var trained = prober.Measure([Cells[0]], proxies, state: state)[0];
        Assert.All(plain.Zip(trained), pair => Same(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void Several_networks_are_scored_as_each_alone()
    {
        using var state = new AffineState(spread: 0.4);
        using var prober = new Prober(Settings);
        var together = prober.Measure(Cells, All, state: state);
        for (var i = 0; i < Cells.Count; i++)
        {
            var one = state.Only(i);
            var alone = prober.Measure([Cells[i]], All, state: one)[0];
            Assert.All(alone.Zip(together[i]), pair => Same(pair.First, pair.Second, 1e-6));
        }
    }

    [Fact]
    public void The_curvature_is_that_of_two_backward_passes()
    {
        using var scope = torch.NewDisposeScope();
        using var state = new AffineState(spread: 0.4);
        using var prober = new Prober(Settings);
        var grasp = prober
            .Measure([Cells[0]], ProxyCatalogue.Select("grasp"), state: state)[0][0]
            .Score.Value;

        using var network = Network(state);
        var (logits, layers) = Forward(network, BatchStatistics.Instance);
        var labels = torch.tensor(Settings.Batch.Labels);
        var loss = torch.nn.functional.cross_entropy(logits, labels);
        Tensor[] weights = [.. layers.Weights];
        var gradients = torch.autograd.grad([loss], weights, retain_graph: true, create_graph: true);
        var along = gradients.Select(gradient => gradient.mul(gradient.detach()).sum());
        var products = torch.autograd.grad([torch.stack([.. along]).sum()], weights);
        var expected = weights.Zip(products, (w, p) => w.detach().mul(p).sum().item<double>()).Sum();
        Assert.Equal(1, -grasp / expected, 1e-8);
    }

    [Fact]
    public void The_kernel_of_frozen_statistics_is_that_of_a_backward_pass_a_sample() =>
        KernelIs(SampleKernels.Frozen, new FrozenStatistics());

    [Fact]
    public void The_kernel_in_training_mode_is_that_of_a_backward_pass_a_sample() =>
        KernelIs(SampleKernels.TrainMode, BatchStatistics.Instance);

    [Fact]
    public void What_looks_at_a_network_of_its_own_cannot_be_trained()
    {
        var regions = ProxyCatalogue.Proxies["linear_regions"];
        var error = Assert.Throws<UserError>(() => new TrainedProxy(regions, TrainingBudget.Parse("5")));
        Assert.Contains("leave @5 away", error.Message, StringComparison.Ordinal);
    }

    private static void KernelIs(Need<SampleKernel> need, INormalisation normalisation)
    {
        using var scope = torch.NewDisposeScope();
        using var state = new AffineState(spread: 0.4);
        using var prober = new Prober(Settings);
        var seen = new Seen(need);
        prober.Measure([Cells[0]], [seen], state: state);

        using var network = Network(state);
        var (logits, layers) = Forward(network, normalisation);
        Tensor[] parameters =
        [
            .. layers.Weights,
            .. layers.Norms.Select(norm => network.Affine(norm.Step).Scale!),
        ];
        var expected = torch.zeros([Samples, Samples], dtype: torch.float64);
        var rows = Enumerable
            .Range(0, Samples)
            .Select(n => torch.cat([.. Rows(logits.select(0, n).sum(), parameters)]))
            .ToArray();
        var all = torch.stack(rows);
        expected.add_(all.mm(all.t()));
        var largest = expected.abs().max().item<double>();
        for (var i = 0; i < Samples; i++)
        {
            for (var j = 0; j < Samples; j++)
            {
                Assert.Equal(expected[i, j].item<double>(), seen.Kernel!.Gram[i, j], 1e-9 * largest);
            }
        }
    }

    private static IEnumerable<Tensor> Rows(Tensor scalar, Tensor[] parameters) =>
        torch.autograd.grad([scalar], parameters, retain_graph: true).Select(row => row.reshape(-1));

    private static PopulationNetwork Network(AffineState state) =>
        PopulationNetwork.Create(
            Schedule.Of([Cells[0].Blueprint], [StepSelection.Logits]),
            state,
            Placement.Cpu64,
            differentiable: true
        );

    private static (Tensor Logits, Layers Layers) Forward(
        PopulationNetwork network,
        INormalisation normalisation
    )
    {
        var input = Placement.Cpu64.Maps(Settings.Batch.Pixels, Samples, 3, 16, 16);
        var layers = new Layers(network, keepsNorms: true);
        var needed = network.Schedule.Needed(StepSelection.Logits);
        return (network.Forward(input, needed, layers, normalisation)!, layers);
    }

    private static BuiltArchitecture Built(string text) =>
        BuiltArchitecture.Of(SearchSpaces.Named("nasbench201").Parse(text), Small);

    private static void Same(Measurement first, Measurement second, double tolerance)
    {
        Assert.Equal(first.Score.IsDefined, second.Score.IsDefined);
        if (first.Score.IsDefined && Math.Abs(first.Score.Value) > 1e-12)
        {
            var ratio = second.Score.Value / first.Score.Value;
            Assert.True(
                Math.Abs(ratio - 1) < tolerance,
                $"{first.Proxy.Id}: {first.Score} and {second.Score}"
            );
        }
    }

    private sealed class Seen(Need<SampleKernel> need) : IProxy
    {
        public SampleKernel? Kernel { get; private set; }

        public ProxyInfo Info => ProxyCatalogue.Proxies["ntk_cond"].Info;

        public IReadOnlyList<Need> Needs { get; } = [need];

        public Score Score(Evidence evidence)
        {
            Kernel = evidence.Get(need);
            return Scores.Score.Of(0);
        }
    }
}
