using System.Text.Json;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Supernets.Dependency;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Tests;

/// <summary>
/// The distribution of correlated logits against a second program, on automatic derivatives.
/// </summary>
public sealed class DependencyGoldenTests : TorchTest
{
    private const int Logits = 30;

    public static TheoryData<string> Files => GoldenFile.Named("dependency");

    [Theory]
    [MemberData(nameof(Files))]
    public void Factors_are_equal(string file)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Open(file);
        var three = golden.GetProperty("three_by_three");
        var small = CorrelatedLogits.Factor(torch.tensor(three.GetProperty("free").Numbers()), 3);
        Near.Equal(three.GetProperty("L").Numbers(), small.Numbers(), Near.Values, "L");
        Near.Equal(three.GetProperty("Sigma").Numbers(), small.mm(small.T).Numbers(), Near.Values, "Sigma");
        using var tiny = new TinySupernet(golden);
        using var sub = Start(tiny);
        var factor = CorrelatedLogits.Factor(sub.Architecture[CorrelatedLogits.Free], Logits);
        var expected = golden.GetProperty("L");
        Near.Equal(expected.GetProperty("row_29").Numbers(), factor[29].Numbers(), Near.Values, "row 29");
        Near.Equal(
            expected.GetProperty("diagonal").Numbers(),
            factor.diag().Numbers(),
            Near.Values,
            "diagonal"
        );
        Near.Equal(expected.Number("sum"), factor.sum().item<double>(), Near.Values, "sum");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_sample_its_loss_and_its_gradients_are_equal(string file)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = Start(tiny);
        var expected = golden.GetProperty("sample0");
        var (mixing, alpha) = Sampled(tiny, sub, 0);
        Near.Equal(expected.GetProperty("alpha").Numbers(), alpha.Numbers(), Near.Values, "alpha");
        Near.Equal(expected.GetProperty("theta").Numbers(), mixing.Weights.Numbers(), Near.Values, "theta");
        Gradients(expected, "grad_free");
        using (torch.no_grad())
        {
            sub.Architecture[CorrelatedLogits.Free].zero_();
        }

        Gradients(golden.GetProperty("independent_sample0"), "grad_free_first8");

        void Gradients(JsonElement item, string free)
        {
            var loss = Pass.Loss(
                tiny.Net,
                sub.Weights,
                Sampled(tiny, sub, 0).Mixing,
                tiny.Input2,
                BatchNormMode.Batch
            );
            var gradients = torch.autograd.grad([loss], [.. sub.Architecture.All]);
            var wanted = item.GetProperty(free).Numbers();
            Near.Equal(item.Number("loss"), loss.item<double>(), Near.Values, "loss");
            Near.Equal(item.GetProperty("grad_mean").Numbers(), gradients[0].Numbers(), Near.Values, "mean");
            Near.Equal(wanted, gradients[1].Numbers()[..wanted.Length], Near.Values, "free");
            Near.Equal(item.Number("grad_free_norm"), Sgd.Norm([gradients[1]]), Near.Values, "free norm");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Steps_of_the_distribution_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = Start(tiny);
        foreach (var (i, step) in golden.GetProperty("adam").GetProperty("steps").EnumerateArray().Index())
        {
            Near.Equal(step.Number("loss_before"), Distribution(tiny, sub, i), Near.Values, "loss");
            var (mean, free) = (sub.Architecture.All[0].Numbers(), sub.Architecture.All[1].Numbers());
            Near.Equal(step.GetProperty("mean_after").Numbers(), mean, Near.Values, "mean");
            Near.Equal(step.GetProperty("free_after_first8").Numbers(), free[..8], Near.Values, "free");
            Near.Equal(
                step.Number("free_after_norm"),
                Sgd.Norm([sub.Architecture.All[1]]),
                Near.Values,
                "free norm"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Alternating_steps_and_the_read_out_after_them_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = Start(tiny);
        var expected = golden.GetProperty("alternating");
        foreach (var (i, step) in expected.GetProperty("steps").EnumerateArray().Index())
        {
            using var scope = torch.NewDisposeScope();
            Near.Equal(step.Number("distribution_loss"), Distribution(tiny, sub, 2 * i), Near.Values, "loss");
            var unclipped = TinySupernet.Optimiser with { Clip = 5 };
            var taken = WeightStep.Take(
                tiny.Net,
                sub,
                Sampled(tiny, sub, 2 * i + 1).Mixing,
                tiny.Input,
                unclipped,
                TinySupernet.Rate
            );
            Near.Equal(step.Number("weight_loss"), taken.Loss, Near.Values, "weight loss");
            Near.Equal(
                Math.Min(5, step.Number("weight_grad_norm_before_clip")),
                taken.GradientNorm,
                Near.Values,
                "norm"
            );
        }

        Near.Equal(
            expected.GetProperty("mean_after_3").Numbers(),
            sub.Architecture.All[0].Numbers(),
            Near.Values,
            "mean"
        );
        Near.Equal(
            expected.Number("stem.conv_norm_after_3"),
            Sgd.Norm([sub.Weights.Trained["stem.conv"]]),
            Near.Values,
            "stem"
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Dependencies_between_edges_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        var expected = golden.GetProperty("readout");
        using var tiny = new TinySupernet(golden);
        using var sub = Start(tiny);
        var found = EdgeDependencies.Of(Factor(sub.Architecture[CorrelatedLogits.Free]), 5);
        var pairs = Enumerable
            .Range(0, 6)
            .SelectMany(e => Enumerable.Range(0, 6).Select(f => (e, f)))
            .ToList();
        Near.Equal(
            expected.GetProperty("edge_dependency_centred").Numbers(),
            [.. pairs.Select(pair => found.Centred(pair.e, pair.f))],
            Near.Values,
            "centred"
        );
        Near.Equal(
            expected.GetProperty("edge_dependency_raw_rms").Numbers(),
            [.. pairs.Select(pair => found.Raw(pair.e, pair.f))],
            Near.Values,
            "raw"
        );
        var sorted = found.Pairs();
        Same(expected.GetProperty("centred_correlations_top5"), sorted);
        Same(expected.GetProperty("centred_correlations_bottom5"), [.. sorted.TakeLast(5)]);

        void Same(
            JsonElement wanted,
            IReadOnlyList<(EdgeChoice First, EdgeChoice Second, double Correlation)> ranked
        )
        {
            foreach (var (item, pair) in wanted.EnumerateArray().Zip(ranked))
            {
                Assert.Equal(Choice(tiny, item.GetProperty("first")), pair.First);
                Assert.Equal(Choice(tiny, item.GetProperty("second")), pair.Second);
                Near.Equal(item.Number("correlation"), pair.Correlation, Near.Values, "correlation");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Sampled_cells_what_they_prune_and_their_motifs_are_equal(string file)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Open(file);
        var expected = golden.GetProperty("pruning");
        using var tiny = new TinySupernet(golden);
        var free = Float(tiny.Noise("dependency/prune_free", CorrelatedLogits.FreeCount(Logits)), 0.5);
        var stream = new CounterRandom(tiny.Seed, "dependency/prune");
        var cells = SampledCells.Draw(
            tiny.Noise("dependency/prune_mean", Logits),
            Factor(torch.tensor(free)),
            tiny.Everything,
            expected.GetProperty("samples").GetInt32(),
            i => (float)stream.Normal(i)
        );
        Assert.Equal(
            expected.GetProperty("argmax_counts").Integers(),
            tiny.Everything.Choices.Select(choice => cells.Count(choice))
        );
        Near.Equal(
            expected.GetProperty("U_best_conditional").Numbers(),
            [.. tiny.Everything.Choices.Select(cells.BestShare)],
            Near.Values,
            "U"
        );
        Assert.Equal(
            expected.GetProperty("pruned").EnumerateArray().Select(item => Choice(tiny, item)),
            cells.Rare(tiny.Everything, expected.Number("delta"))
        );
        foreach (
            var (item, motif) in expected
                .GetProperty("motifs_by_lift_top5")
                .EnumerateArray()
                .Zip(cells.Motifs(tiny.Everything))
        )
        {
            Assert.Equal(Choice(tiny, item.GetProperty("first")), motif.First);
            Assert.Equal(Choice(tiny, item.GetProperty("second")), motif.Second);
            Assert.Equal(item.GetProperty("S_n_ab_minus_n_a_n_b").GetInt64(), motif.Lift);
            Assert.Equal(item.GetProperty("joint").GetInt32(), motif.Together);
        }

        var frequent = expected.GetProperty("most_frequent_architectures");
        foreach (var (item, cell) in frequent.EnumerateArray().Zip(cells.MostFrequent(3)))
        {
            Assert.Equal(item[0].Integers(), cell.Cell);
            Assert.Equal(item[1].GetInt32(), cell.Count);
        }
    }

    private static SubSupernet Start(TinySupernet tiny)
    {
        var architecture = new NamedTensors();
        Add(CorrelatedLogits.Mean, Float(tiny.Noise("dependency/mean", Logits), 0.5));
        Add(
            CorrelatedLogits.Free,
            Float(tiny.Noise("dependency/free", CorrelatedLogits.FreeCount(Logits)), 0.25)
        );
        return new(tiny.Everything, tiny.Weights(), architecture);

        void Add(string name, double[] values) =>
            architecture.Set(name, torch.tensor(values).requires_grad_(true));
    }

    // One step of the distribution on sample s; the loss before it.
    private static double Distribution(TinySupernet tiny, SubSupernet sub, int sample)
    {
        using var scope = torch.NewDisposeScope();
        var (mixing, _) = Sampled(tiny, sub, sample);
        var loss = Pass.Loss(tiny.Net, sub.Weights, mixing, tiny.Input2, BatchNormMode.Training);
        var gradients = torch.autograd.grad([loss], [.. sub.Architecture.All]);
        new Adam(0.01, 0.5, 0.999, 1e-3).Step(sub.Architecture, [.. gradients], sub.Moments);
        return loss.item<double>();
    }

    private static (Mixing Mixing, Tensor Alpha) Sampled(TinySupernet tiny, SubSupernet sub, int sample)
    {
        var stream = new CounterRandom(tiny.Seed, "dependency/eps");
        var noise = Enumerable
            .Range(0, Logits)
            .Select(i => (double)(float)stream.Normal((long)Logits * sample + i))
            .ToArray();
        var alpha = CorrelatedLogits.Sample(
            sub.Architecture[CorrelatedLogits.Mean],
            sub.Architecture[CorrelatedLogits.Free],
            torch.tensor(noise)
        );
        return (Mixing.Softmax(alpha.reshape(6, 5), sub.Live), alpha);
    }

    private static double[] Float(double[] values, double scale) =>
        [.. values.Select(value => (double)(float)(value * scale))];

    private static double[,] Factor(Tensor free)
    {
        using var scope = torch.NewDisposeScope();
        var matrix = new double[Logits, Logits];
        foreach (var (i, value) in CorrelatedLogits.Factor(free, Logits).Numbers().Index())
        {
            matrix[i / Logits, i % Logits] = value;
        }

        return matrix;
    }

    private static EdgeChoice Choice(TinySupernet tiny, JsonElement pair) =>
        new(pair[0].GetInt32(), tiny.Blueprint.Operations.IndexOf(pair[1].GetString()!));
}
