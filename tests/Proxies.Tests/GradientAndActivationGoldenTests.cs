using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>
/// Newer proxies of gradients and activations give what their references gave, or, where there is no
/// reference, what two other programs gave.
/// </summary>
public sealed class GradientAndActivationGoldenTests : TorchTest
{
    private const string Dead = "unconn";

    private static readonly JsonElement File = GoldenFile.Open("nasbench201-newest-seed0.json");

    // Where a proxy's value stands, and how far from it in double precision.
    private static readonly Dictionary<string, (string Path, double Tolerance)> Values = new(
        StringComparer.Ordinal
    )
    {
        ["zico_no_mean"] = ("zico_nomean/absolute", 1e-6),
        ["l_swag"] = ("ours/lswag/score", 1e-6),
        ["reg_swap"] = ("reg_swap/reg_mu1000_sigma250000/score", 1e-12),
        ["tpc"] = ("ours/tpc/tpc", 1e-12),
        ["apd"] = ("ours/apd/apd", 1e-10),
        ["intrain"] = ("ours/intrain/conv/intrain", 1e-8),
        ["intrain_relu"] = ("ours/intrain/relu/intrain", 1e-8),
        ["wrcor"] = ("wrcor/wrcor", 1e-10),
        ["rcor"] = ("wrcor/rcor", 1e-10),
        ["wrcor_once"] = ("wrcor/ours_once", 1e-10),
        ["nwot_ncd"] = ("ours/ncd/ncd/nwot_double", 1e-10),
        ["swap_ncd"] = ("ours/ncd/ncd/swap", 0),
    };

    /// <summary>The proxies that have values here.</summary>
    internal static IReadOnlyCollection<string> Ids => Values.Keys;

    public static TheoryData<string> Networks { get; } =
    [.. File.GetProperty("architectures").EnumerateObject().Select(item => item.Name)];

    public static TheoryData<string> Live { get; } =
    [
        .. File.GetProperty("architectures")
            .EnumerateObject()
            .Select(item => item.Name)
            .Where(name => name != Dead),
    ];

    public GradientAndActivationGoldenTests() => torch.set_num_threads(1);

    public override void Dispose()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        base.Dispose();
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Scores_equal_the_recorded_ones_in_double_precision(string name) =>
        Fair(Look(name).Scores.Select(measured => Fault(measured, name, ToleranceOf(measured))));

    // The file's own single precision shows what the references lose; a score must come near the double one.
    [Theory]
    [InlineData("all1x1")]
    [InlineData("deadin")]
    public void Scores_come_near_the_recorded_ones_in_single_precision(string name)
    {
        using var prober = new Prober(Settings(Placement.Cpu32));
        Fair(
            prober
                .Measure(Network(name), Proxies)
                .Select(measured =>
                    Fault(
                        measured,
                        name,
                        measured.Proxy.NeedsDouble
                            ? ToleranceOf(measured)
                            : Tolerances.Single(measured.Proxy.Id, name)
                    )
                )
        );
    }

    // One network has three convolutions that read one ReLU's value, another branches of zeros.
    [Fact]
    public void Networks_scored_at_once_equal_the_recorded_ones()
    {
        using var prober = new Prober(Settings(Placement.Cpu64));
        string[] names = ["allskip", "deadin", Dead, "all1x1"];
        var population = names.Select(name => BuiltArchitecture.Of(Network(name), ImageTask.Cifar10));
        Fair(
            names
                .Zip(prober.Measure([.. population], Proxies))
                .SelectMany(item =>
                    item.Second.Select(measured => Fault(measured, item.First, ToleranceOf(measured)))
                )
        );
    }

    [Theory]
    [MemberData(nameof(Live))]
    public void Inverse_deviations_of_signed_gradients_equal_the_recorded_ones(string name) =>
        Near(Value(name, "zico_nomean/signed"), Look(name).SignedDeviations!.Value, 1e-6);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Stable_ranks_equal_the_recorded_ones_one_by_one(string name) =>
        Near(Pairs(name, "ours/apd/stable_ranks"), Look(name).Ranks, 1e-10);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Participation_ratios_equal_the_recorded_ones_one_by_one(string name) =>
        Near(Pairs(name, "ours/intrain/conv_PR"), Look(name).Dimensions.OfLayers, 1e-9);

    [Theory]
    [MemberData(nameof(Live))]
    public void The_spread_of_gradients_in_all_parameters_equals_the_recorded_one(string name) =>
        Near(Value(name, "ours/intrain/o"), Look(name).Health.Parts.Sum(), 1e-8);

    [Theory]
    [MemberData(nameof(Live))]
    public void Sums_of_correlations_equal_the_recorded_ones(string name)
    {
        var (weighted, even) = (Look(name).Correlations.Weighted, Look(name).Correlations.Even);
        Near(Value(name, "wrcor/K_trace_over_N"), weighted.Trace() / weighted.RowCount, 1e-12);
        Near(Value(name, "wrcor/rcor_K_trace_over_N"), even.Trace() / even.RowCount, 1e-12);
        Near(Value(name, "wrcor/K_01"), weighted[0, 1], 1e-9);
        Near(Value(name, "wrcor/K_sum"), weighted.Enumerate().Sum(), 1e-9);
    }

    // Distances are exact; one sign within rounding of zero would change them.
    [Theory]
    [InlineData("mixed1")]
    [InlineData("deadin")]
    [InlineData(Dead)]
    public void Codes_under_masks_and_layer_normalisation_agree_as_recorded(string name)
    {
        string[] variants = ["ncd", "nir_only", "sam_only", "plain"];
        using var prober = new Prober(Settings(Placement.Cpu64));
        var onlooker = new CodeOnlooker();
        prober.Measure(Network(name), [onlooker]);
        Assert.All(variants.Zip(onlooker.Seen), item => Equal(item.First, item.Second));

        void Equal(string variant, MaskedCodes codes)
        {
            Assert.Equal(Value(name, $"ours/ncd/{variant}/swap"), (double)codes.Patterns.Distinct!.Value);
            if (name != Dead)
            {
                Near(Value(name, $"ours/ncd/{variant}/nwot_double"), codes.Agreement.LogDeterminant(), 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Factors_of_size_equal_the_recorded_ones_for_every_setting(string name)
    {
        var thousands = Value(name, "reg_swap/params_thousands");
        Assert.Equal(
            thousands,
            new Benchmarks.NasBench201.NasBench201Space().Parameters(Network(name), ImageTask.Cifar10)
                / 1000.0
        );
        foreach (var (size, spread) in new[] { (1000, 250000), (500, 100000), (40, 40) })
        {
            Near(
                Value(name, $"reg_swap/reg_mu{size}_sigma{spread}/factor"),
                RegSwap.Factor(thousands, size, spread),
                1e-12
            );
        }
    }

    /// <summary>The reference's own networks: lists of convolutions without those of shortcuts.</summary>
    public static TheoryData<string> PlainNetworks { get; } =
    [.. File.GetProperty("tpc_plainnet").EnumerateObject().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(PlainNetworks))]
    public void Path_counts_equal_the_recorded_ones_on_the_references_own_networks(string structure)
    {
        var network = File.GetProperty("tpc_plainnet").GetProperty(structure);
        var sum = Tpc.Sum(network.GetProperty("convs").EnumerateArray().Select(Convolution));
        Near(GoldenFile.Number(network.GetProperty("exact")), sum, 1e-12);
        Near(GoldenFile.Number(network.GetProperty("score_float32")), sum, 1e-6);
    }

    // [module, kind, in, out, kernel, stride].
    private static Convolution Convolution(JsonElement row)
    {
        var output = row[3].GetInt32();
        return new("conv", row[2].GetInt32(), output, row[4].GetInt32(), row[5].GetInt32(), 0)
        {
            Groups = row[1].GetString() == "ConvDW" ? output : 1,
        };
    }

    private static ProbeSettings Settings(Placement placement) =>
        ProbeSettings.Noise(ImageTask.Cifar10, 16, seed: 0, placement, InitKind.Default);

    private static Architecture Network(string name) =>
        SearchSpaces
            .Named("nasbench201")
            .Parse(
                File.GetProperty("architectures").GetProperty(name).GetProperty("architecture").GetString()!
            );

    private static JsonElement At(string name, string path) =>
        path.Split('/')
            .Aggregate(
                File.GetProperty("architectures").GetProperty(name).GetProperty("float64"),
                (element, part) => element.GetProperty(part)
            );

    private static double Value(string name, string path) => GoldenFile.Number(At(name, path));

    // The numbers of a list of names and numbers.
    private static List<double> Pairs(string name, string path) =>
        [.. At(name, path).EnumerateArray().Select(pair => GoldenFile.Number(pair[1]))];

    private static double ToleranceOf(Measurement measured) => Values[measured.Proxy.Id].Tolerance;

    private static void Fair(IEnumerable<string?> faults) =>
        Assert.Equal("", string.Join("\n", faults.OfType<string>()));

    private static string? Fault(Measurement measured, string name, double tolerance)
    {
        var id = measured.Proxy.Id;
        if (measured.Score.IsDefined == (name == Dead))
        {
            return $"{name}, {id} is {measured.Score}";
        }

        if (name == Dead)
        {
            return null;
        }

        var expected = Value(name, Values[id].Path);
        var error = Math.Abs(measured.Score.Value - expected) / Math.Abs(expected);
        return error <= tolerance
            ? null
            : $"{name}, {id}: {measured.Score} for {expected}, error {error:g3}, {tolerance:g3} allowed";
    }

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Near(pair.First, pair.Second, tolerance));
    }

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"{actual} for {expected}"
        );

    private static IReadOnlyList<IProxy> Proxies { get; } =
    [.. Values.Keys.Select(id => ProxyCatalogue.Proxies[id])];

    // One pass over a network serves all tests of it.
    private static readonly Dictionary<string, Seen> Looks = new(StringComparer.Ordinal);

    private static Seen Look(string name)
    {
        if (!Looks.TryGetValue(name, out var seen))
        {
            var onlooker = new Onlooker();
            using var prober = new Prober(Settings(Placement.Cpu64));
            var scores = prober.Measure(Network(name), [.. Proxies, onlooker]);
            seen = Looks[name] = onlooker.Seen! with { Scores = [.. scores.SkipLast(1)] };
        }

        return seen;
    }

    // What a network showed in double precision.
    private sealed record Seen(
        IReadOnlyList<Measurement> Scores,
        double? SignedDeviations,
        IReadOnlyList<double> Ranks,
        ActivationDimensions Dimensions,
        GradientHealth Health,
        ReluCorrelations Correlations
    );

    private sealed class Onlooker : IProxy
    {
        public ProxyInfo Info { get; } = ProxyCatalogue.Proxies["zico"].Info with { Id = "look" };

        public IReadOnlyList<Need> Needs { get; } =
        [
            LossGradients.Pairs,
            NormRanks.Need,
            ActivationDimensions.Need,
            GradientHealth.Need,
            ReluCorrelations.Need,
        ];

        public Seen? Seen { get; private set; }

        public Score Score(Evidence evidence)
        {
            Seen = new(
                [],
                ZicoNoMean.Trainability(evidence.Get(LossGradients.Pairs), isSigned: true),
                evidence.Get(NormRanks.Need).Ranks,
                evidence.Get(ActivationDimensions.Need),
                evidence.Get(GradientHealth.Need),
                evidence.Get(ReluCorrelations.Need)
            );
            return Scores.Score.Of(0);
        }
    }

    // Codes under both changes of the network, either and none.
    private sealed class CodeOnlooker : IProxy
    {
        private readonly Need<MaskedCodes>[] _needs =
        [
            MaskedCodes.Need,
            MaskedCodes.Under(isMasked: false, isRescaled: true),
            MaskedCodes.Under(isMasked: true, isRescaled: false),
            MaskedCodes.Under(isMasked: false, isRescaled: false),
        ];

        public ProxyInfo Info { get; } = ProxyCatalogue.Proxies["swap_ncd"].Info with { Id = "look" };

        public IReadOnlyList<Need> Needs => _needs;

        public IReadOnlyList<MaskedCodes> Seen { get; private set; } = [];

        public Score Score(Evidence evidence)
        {
            Seen = [.. _needs.Select(evidence.Get)];
            return Scores.Score.Of(0);
        }
    }
}
