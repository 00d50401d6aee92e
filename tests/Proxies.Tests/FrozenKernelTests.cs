using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

public sealed class FrozenKernelTests : TorchTest
{
    private const int Samples = 4;

    [Fact]
    public void Per_sample_products_equal_one_backward_pass_a_sample()
    {
        using var scope = torch.NewDisposeScope();
        var space = new NasBench201Space();
        var blueprint = space.Build(
            space.Parse(
                "|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|"
            ),
            ImageTask.Cifar10
        );
        var schedule = Schedule.Of([blueprint], [StepSelection.Logits]);
        using var bank = new WeightBank(new WeightInit(InitKind.Default, 0), Placement.Cpu64);
        using var network = PopulationNetwork.Create(schedule, bank, Placement.Cpu64, differentiable: true);
        var batch = Minibatch.Noise(ImageTask.Cifar10, Samples, 0);
        var input = Placement.Cpu64.Maps(batch.Pixels, Samples, 3, 32, 32);
        var layers = new Layers(network);
        var logits = network.Forward(
            input,
            schedule.Needed(StepSelection.Logits),
            layers,
            new FrozenStatistics()
        )!;

        var outputs = Gradients.Of(logits.sum(), layers.Outputs);
        var rows = Enumerable
            .Range(0, Samples)
            .Select(n => Gradients.Of(logits.select(0, n).sum(), layers.Weights))
            .ToList();
        using var noGradient = torch.no_grad();
        for (var l = 0; l < layers.All.Count; l++)
        {
            // The order of the numbers within a row is free; their products are what counts.
            var expected = Gram(torch.stack([.. rows.Select(row => row[l]!.reshape(-1))]));
            var difference = Gram(SampleKernel.LayerRows(layers.All[l].Tap(0), outputs[l]!))
                .sub(expected)
                .abs()
                .max()
                .item<double>();
            Assert.True(difference < 1e-12 * expected.abs().max().item<double>(), $"layer {l}: {difference}");
        }
    }

    private static Tensor Gram(Tensor rows) => rows.mm(rows.t());
}
