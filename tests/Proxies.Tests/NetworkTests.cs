using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>The networks compute what the reference networks compute, seen at every stage.</summary>
public sealed class NetworkTests : TorchTest
{
    public static TheoryData<string> Names { get; } =
    [.. GoldenFile.Networks.Where(network => network.Single is not null).Select(network => network.Name)];

    public static TheoryData<string> DoubleNames { get; } =
    [.. GoldenFile.Networks.Where(network => network.Double is not null).Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Stages_logits_and_loss_equal_the_reference_in_double_precision(string name)
    {
        var golden = GoldenFile.Named(name);
        Compare(golden, golden.Double!.Value.GetProperty("probe"), Placement.Cpu64, 1e-10);
    }

    // Single precision: batch norm over cells of depth 17 amplifies rounding (2⁻²⁴) by some hundreds.
    [Theory]
    [MemberData(nameof(Names))]
    public void Stages_logits_and_loss_equal_the_reference_in_single_precision(string name)
    {
        var golden = GoldenFile.Named(name);
        Compare(golden, golden.Single!.Value.GetProperty("probe"), Placement.Cpu32, 2e-4);
    }

    private static void Compare(
        GoldenNetwork golden,
        JsonElement probe,
        Placement placement,
        double tolerance
    )
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var blueprint = SearchSpaces.Named(golden.Space).Build(golden.Architecture, golden.Task);
        var batch = Minibatch.Noise(golden.Task, golden.Batch, seed: 0);
        var stages = new StageMoments(blueprint);
        StepSelection[] selections = [StepSelection.Stages, StepSelection.Logits];
        var schedule = Schedule.Of([blueprint], selections);
        using var bank = new WeightBank(new WeightInit(InitKind.Default, 0), placement);
        using var network = PopulationNetwork.Create(schedule, bank, placement);
        var input = placement.Maps(batch.Pixels, batch.Count, 3, 32, 32);
        var logits = network.Forward(input, schedule.Needed(selections), stages)!;
        var loss = torch.nn.functional.cross_entropy(logits, torch.tensor(batch.Labels));

        if (probe.TryGetProperty("stage_meansq", out _))
        {
            var scale = Doubles(probe, "stage_meansq").Select(Math.Sqrt).ToArray();
            AssertClose(Scaled(Doubles(probe, "stage_mean"), scale), Scaled(stages.Means, scale), tolerance);
            AssertClose(Doubles(probe, "stage_meansq"), stages.MeanSquares, tolerance);
        }

        AssertClose(
            Doubles(probe, "logits0"),
            logits.select(0, 0).to(torch.float64).data<double>().ToArray(),
            tolerance
        );
        AssertClose(
            [probe.GetProperty("loss").GetDouble()],
            [loss.to(torch.float64).item<double>()],
            tolerance
        );
    }

    // A mean is a sum that cancels: its error is measured against the size of the summands.
    private static double[] Scaled(double[] means, double[] scale) =>
        [.. means.Zip(scale, (m, s) => m / Math.Max(s, 1e-300))];

    private static double[] Doubles(JsonElement probe, string name) =>
        [.. probe.GetProperty(name).EnumerateArray().Select(GoldenFile.Number)];

    private static void AssertClose(double[] expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])),
                $"item {i}: expected {expected[i]}, got {actual[i]}"
            );
        }
    }

    private sealed class StageMoments(Blueprint blueprint) : IForwardObserver
    {
        private readonly Dictionary<int, (double Mean, double MeanSquare)> _moments = [];

        public double[] Means => [.. blueprint.Stages.Select(stage => _moments[stage.Step].Mean)];

        public double[] MeanSquares => [.. blueprint.Stages.Select(stage => _moments[stage.Step].MeanSquare)];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            var own = step.Slots[0].Step.Index;
            if (blueprint.Stages.Any(stage => stage.Step == own))
            {
                var wide = value.to(torch.float64);
                _moments[own] = (wide.mean().item<double>(), wide.square().mean().item<double>());
            }
        }
    }
}
