using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>
/// The proxies of the Fisher matrix, of effective ranks, of constant weights and of curvature against values
/// of their authors' code, or of a second program where there is none, in double precision.
/// </summary>
public sealed class FisherAndRankGoldenTests : TorchTest
{
    /// <summary>The proxies that are compared here.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    ["vkdnw", "vkdnw_ref", "vkdnw_single", "layer_count", "near", "epsinas", "dextr", "dextr_layers"];

    private static readonly JsonElement Networks = GoldenFile
        .Open("nasbench201-newest-seed0.json")
        .GetProperty("architectures");

    /// <summary>The networks that an image reaches the logits of.</summary>
    public static TheoryData<string> Names { get; } =
    [.. Networks.EnumerateObject().Select(item => item.Name).Where(name => name != "unconn")];

    // One thread, as every worker of a run has.
    public FisherAndRankGoldenTests() => torch.set_num_threads(1);

    public override void Dispose()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        base.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Entropies_and_deciles_of_the_Fisher_spectrum(string name)
    {
        var golden = Values(name, "vkdnw", "kaiming_p1");
        FisherSpectrum? spectrum = null;
        var scores = Measure(
            name,
            [
                .. new[] { "vkdnw_ref", "vkdnw", "vkdnw_single", "layer_count" }.Select(id =>
                    ProxyCatalogue.Proxies[id]
                ),
                new Looker<FisherSpectrum>("vkdnw", FisherSpectrum.OfCode, seen => spectrum = seen),
            ]
        );
        Near(golden.GetProperty("entropy"), scores[0], 1e-7);
        Near(golden.GetProperty("ours_LT").GetProperty("entropy"), scores[1], 1e-7);
        Near(golden.GetProperty("single"), scores[2], 1e-7);
        Assert.Equal(golden.GetProperty("aleph").GetDouble(), scores[3].Value);

        var values = spectrum!.Values!;
        Assert.Equal(golden.GetProperty("size").GetInt32(), values.Count);
        Assert.Equal(1, values.Sum() / golden.GetProperty("trace").GetDouble(), 1e-10);
        Assert.Equal(1, values[^1] / golden.GetProperty("largest").GetDouble(), 1e-10);
        var deciles = golden.GetProperty("deciles").EnumerateArray().Select(GoldenFile.Number);
        var isAbove = golden.GetProperty("deciles_above_noise").EnumerateArray();
        foreach (var (expected, own, isSignal) in deciles.Zip(DecileEntropy.Deciles(values), isAbove))
        {
            Assert.True(!isSignal.GetBoolean() || Math.Abs(own / expected - 1) <= 1e-5, $"{own}: {expected}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Effective_ranks_of_every_layer(string name)
    {
        EffectiveRanks? ranks = null;
        var score = Measure(
            name,
            [
                ProxyCatalogue.Proxies["near"],
                new Looker<EffectiveRanks>("near", EffectiveRanks.Need, seen => ranks = seen),
            ]
        )[0];
        var golden = Values(name, "near");
        Near(golden.GetProperty("score"), score, 1e-10 * score.Value);
        var layers = golden.GetProperty("layers").EnumerateArray().ToList();
        Assert.Equal(layers.Count, ranks!.Values!.Count);
        Assert.All(
            layers.Zip(ranks.Values),
            layer => Assert.Equal(layer.First[3].GetDouble(), layer.Second, 1e-9 * layer.Second)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_under_constant_weights(string name)
    {
        ConstantOutputs? usual = null;
        ConstantOutputs? large = null;
        var score = Measure(
            name,
            [
                ProxyCatalogue.Proxies["epsinas"],
                new Looker<ConstantOutputs>("epsinas", ConstantOutputs.Need, seen => usual = seen),
                new Looker<ConstantOutputs>("epsinas", ConstantOutputs.With(1e-4, 10), seen => large = seen),
            ]
        )[0];
        Compare(Values(name, "epsinas", "1e-7_1"), usual!, score);
        Compare(Values(name, "epsinas", "1e-4_10"), large!, Epsinas.Of(large!));

        static void Compare(JsonElement golden, ConstantOutputs outputs, Score score)
        {
            var expected = GoldenFile.Number(golden.GetProperty("score"));
            Near(golden.GetProperty("score"), score, (expected < 1e-3 ? 1e-7 : 1e-9) * expected);
            Assert.Equal(1, outputs.First.Max() / golden.GetProperty("max1").GetDouble(), 1e-9);
            Assert.Equal(1, outputs.Second.Max() / golden.GetProperty("max2").GetDouble(), 1e-9);
            Rows(golden.GetProperty("y1"), outputs.First);
            Rows(golden.GetProperty("y2"), outputs.Second);
        }

        static void Rows(JsonElement golden, IReadOnlyList<double> outputs)
        {
            var expected = golden.EnumerateArray().Select(GoldenFile.Number);
            Assert.All(
                expected.Zip(Epsinas.Normalised(outputs)),
                pair => Assert.Equal(double.IsNaN(pair.First) ? 0 : pair.First, pair.Second, 1e-10)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Singular_values_and_curvature(string name)
    {
        SingularRatios? ratios = null;
        CircleCurvature? circle = null;
        var scores = Measure(
            name,
            [
                ProxyCatalogue.Proxies["dextr"],
                ProxyCatalogue.Proxies["dextr_layers"],
                new Looker<SingularRatios>("dextr", SingularRatios.Need, seen => ratios = seen),
                new Looker<CircleCurvature>("dextr", CircleCurvature.Need, seen => circle = seen),
            ]
        );
        var golden = Values(name, "dextr");
        var (modules, layers) = (golden.GetProperty("autodl"), golden.GetProperty("ours_layers"));
        var network = SearchSpaces.Named("nasbench201").Build(Architecture(name), ImageTask.Cifar10);
        var sum = network.ModuleOutputs.Sum(step => ratios!.OfStep!.GetValueOrDefault(step));
        Assert.Equal(modules.GetProperty("A").GetDouble(), Math.Log(1 + sum), 1e-10);
        Rows(golden.GetProperty("v"), circle!.Velocity!);
        Rows(golden.GetProperty("a"), circle.Acceleration);
        Assert.Equal(1, circle.Curvature / modules.GetProperty("kappa").GetDouble(), 1e-8);
        Near(modules.GetProperty("dextr"), scores[0], 1e-9);
        Near(layers.GetProperty("dextr"), scores[1], 1e-9);

        static void Rows(JsonElement golden, IReadOnlyList<double> own) =>
            Assert.All(
                golden.EnumerateArray().Zip(own),
                pair => Assert.Equal(1, pair.Second / pair.First.GetDouble(), 1e-8)
            );
    }

    [Fact]
    public void A_network_that_no_image_passes_is_undefined()
    {
        string[] ids = ["vkdnw", "vkdnw_ref", "vkdnw_single", "near", "epsinas", "dextr", "dextr_layers"];
        var scores = Measure("unconn", [.. ids.Select(id => ProxyCatalogue.Proxies[id])]);
        Assert.All(ids.Zip(scores), item => Assert.False(item.Second.IsDefined, item.First));
    }

    private static JsonElement Values(string name, params string[] path) =>
        path.Aggregate(Networks.GetProperty(name).GetProperty("float64"), (at, key) => at.GetProperty(key));

    private static void Near(JsonElement expected, Score score, double absolute)
    {
        Assert.True(score.IsDefined, score.ToString());
        Assert.Equal(GoldenFile.Number(expected), score.Value, absolute);
    }

    private static Score[] Measure(string name, IReadOnlyList<IProxy> proxies)
    {
        using var prober = new Prober(ProbeSettings.Noise(ImageTask.Cifar10, 16, 0, Placement.Cpu64));
        return [.. prober.Measure(Architecture(name), proxies).Select(one => one.Score)];
    }

    private static Architecture Architecture(string name) =>
        SearchSpaces
            .Named("nasbench201")
            .Parse(Networks.GetProperty(name).GetProperty("architecture").GetString()!);
}
