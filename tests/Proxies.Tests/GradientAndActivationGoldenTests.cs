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
    public void Scores_equal_the_recorded_ones_in_double_precision(string name)
    {
        using var prober = new Prober(Settings(Placement.Cpu64));
        var faults = prober
            .Measure(Network(name), [.. Ids.Select(id => ProxyCatalogue.Proxies[id])])
            .Select(measured => Fault(measured, name, Values[measured.Proxy.Id].Tolerance))
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    // The file's own single precision shows what the references lose; a score must come near the double one.
    [Theory]
    [InlineData("best")]
    [InlineData("all1x1")]
    [InlineData("deadin")]
    public void Scores_come_near_the_recorded_ones_in_single_precision(string name)
    {
        using var prober = new Prober(Settings(Placement.Cpu32));
        var faults = prober
            .Measure(Network(name), [.. Ids.Select(id => ProxyCatalogue.Proxies[id])])
            .Select(measured =>
                Fault(
                    measured,
                    name,
                    measured.Proxy.NeedsDouble
                        ? Values[measured.Proxy.Id].Tolerance
                        : Tolerances.Single(measured.Proxy.Id, name)
                )
            )
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void Networks_scored_at_once_equal_the_recorded_ones()
    {
        using var prober = new Prober(Settings(Placement.Cpu64));
        string[] names = ["allskip", "deadin", Dead, "mixed1"];
        var population = names.Select(name => BuiltArchitecture.Of(Network(name), ImageTask.Cifar10));
        var faults = names
            .Zip(prober.Measure([.. population], [.. Ids.Select(id => ProxyCatalogue.Proxies[id])]))
            .SelectMany(item =>
                item.Second.Select(measured =>
                    Fault(measured, item.First, Values[measured.Proxy.Id].Tolerance)
                )
            )
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Theory]
    [MemberData(nameof(Live))]
    public void Inverse_deviations_of_signed_gradients_equal_the_recorded_ones(string name) =>
        Near(
            Value(name, "zico_nomean/signed"),
            Seen(name, LossGradients.Pairs, pairs => ZicoNoMean.Trainability(pairs, isSigned: true))!.Value,
            1e-6
        );

    [Theory]
    [MemberData(nameof(Networks))]
    public void Stable_ranks_equal_the_recorded_ones_one_by_one(string name)
    {
        var expected = Pairs(name, "ours/apd/stable_ranks");
        var ranks = Seen(name, NormRanks.Need, seen => seen.Ranks);
        Assert.Equal(expected.Count, ranks.Count);
        Assert.All(expected.Zip(ranks), pair => Near(pair.First, pair.Second, 1e-10));
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

    /// <summary>The reference's own networks: lists of convolutions, those of shortcuts not among them.</summary>
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
            : $"{name}, {id}: {measured.Score} for {expected}, relative error {error:g3}, {tolerance:g3} allowed";
    }

    private static void Near(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            $"{actual} for {expected}"
        );

    // What is read off a need of a network in double precision.
    private static TRead Seen<T, TRead>(string name, Need<T> need, Func<T, TRead> read)
        where T : class
    {
        var look = new Look<T, TRead>(need, read);
        using var prober = new Prober(Settings(Placement.Cpu64));
        prober.Measure(Network(name), [look]);
        return look.Seen!;
    }

    private sealed class Look<T, TRead>(Need<T> need, Func<T, TRead> read) : IProxy
        where T : class
    {
        public ProxyInfo Info { get; } = ProxyCatalogue.Proxies["zico"].Info with { Id = "look" };

        public IReadOnlyList<Need> Needs { get; } = [need];

        public TRead? Seen { get; private set; }

        public Score Score(Evidence evidence)
        {
            Seen = read(evidence.Get(need));
            return Scores.Score.Of(0);
        }
    }
}
