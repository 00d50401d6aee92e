using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Laws.Tests;

/// <summary>Every proxy scores networks at once as it scores them one by one.</summary>
public sealed class PopulationLawTests : TorchTest
{
    private const string Few = "wot,snip,plain,synflow,jacob_cov,zico,meco,az_trainability,fisher";

    private static readonly IReadOnlyList<IProxy> All = [.. ProxyCatalogue.Proxies.Values];

    // What holds on small images holds on all, at a quarter of the time.
    private static readonly ImageTask Small = ImageTask.Named("cifar10@16");
    private static readonly Dictionary<string, IReadOnlyList<Measurement>> LoneScores = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// Populations of different sizes: random cells, disconnected ones and lone skips among them.
    /// </summary>
    public static TheoryData<string, int> Populations { get; } =
        new()
        {
            { "nasbench201", 1 },
            { "nasbench201", 2 },
            { "nasbench201", 7 },
            { "nasbench201", 8 },
            { "nasbench101", 2 },
            { "darts", 3 },
        };

    // One thread, as every worker of a run has.
    public PopulationLawTests() => torch.set_num_threads(1);

    public override void Dispose()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        base.Dispose();
    }

    [Theory]
    [MemberData(nameof(Populations))]
    public void Scores_in_double_precision_are_those_of_one_by_one(string space, int size)
    {
        LongTests.SkipUnlessAsked(size == 7);
        // The channels of NAS-Bench-101 are many, and few proxies look at all that a population does.
        var proxies = space == "nasbench101" && !LongTests.AreAsked ? ProxyCatalogue.Select(Few) : All;
        Compare(space, size, Small, Placement.Cpu64, proxies, _ => 1e-9);
    }

    // The proxies whose single precision is measured against references, on the network that magnifies it
    // most.
    [Theory]
    [InlineData("nasbench201", 3)]
    [InlineData("nasbench101", 2)]
    public void Scores_in_single_precision_are_those_of_one_by_one_within_rounding(string space, int size)
    {
        LongTests.SkipUnlessAsked(space == "nasbench101");
        var golden = GoldenFile.NasBench201[0].Single!.Value;
        IProxy[] proxies = [.. All.Where(proxy => golden.TryGetProperty(proxy.Info.Id, out _))];
        // Rounding was measured on images of this size.
        Compare(
            space,
            size,
            ImageTask.Cifar10,
            Placement.Cpu32,
            proxies,
            proxy => Tolerances.Single(proxy, "all3x3")
        );
    }

    [Fact]
    public void A_proxy_scores_several_networks_alone_as_beside_all_others()
    {
        var settings = ProbeSettings.Noise(Small, 4, 0, Placement.Cpu64);
        using var prober = new Prober(settings);
        var population = Cells("nasbench201", 3)
            .Select(architecture => BuiltArchitecture.Of(architecture, Small))
            .ToList();
        var together = prober.Measure(population, All);
        var distinct = DistinctProxies.Of(settings);
        foreach (var (index, proxy) in All.Index().Where(item => distinct.Contains(item.Item)))
        {
            foreach (var (among, alone) in together.Zip(prober.Measure(population, [proxy])))
            {
                var (expected, score) = (among[index].Score, alone[0].Score);
                Assert.True(
                    IsClose(expected, score, 1e-9 * (expected.IsDefined ? Math.Abs(expected.Value) : 0)),
                    $"{proxy.Info.Id}: {score} alone, {expected} beside all others"
                );
            }
        }
    }

    private static void Compare(
        string space,
        int size,
        ImageTask images,
        Placement placement,
        IReadOnlyList<IProxy> proxies,
        Func<string, double> tolerance
    )
    {
        var task = space == "darts" ? ImageTask.Named("cifar10@16@C4@L4") : images;
        using var prober = new Prober(ProbeSettings.Noise(task, 4, 0, placement));
        var population = Cells(space, size)
            .Select(architecture => BuiltArchitecture.Of(architecture, task))
            .ToList();
        var together = prober.Measure(population, proxies);
        foreach (var (member, scores) in population.Zip(together))
        {
            var alone = Alone(prober, member.Architecture, placement, proxies);
            foreach (var (one, among) in alone.Zip(scores))
            {
                Assert.True(
                    IsClose(one.Score, among.Score, tolerance(one.Proxy.Id) * Scale(one, alone)),
                    $"{member.Architecture}, {one.Proxy.Id}: {one.Score} alone, {among.Score} among {size}"
                );
            }
        }
    }

    // Larger populations hold the members of smaller ones, whose lone scores are measured once.
    private static IReadOnlyList<Measurement> Alone(
        Prober prober,
        Architecture architecture,
        Placement placement,
        IReadOnlyList<IProxy> proxies
    )
    {
        var key = $"{architecture.Space} {architecture} {placement}";
        return LoneScores.TryGetValue(key, out var known)
            ? known
            : LoneScores[key] = prober.Measure(architecture, proxies);
    }

    // plain is a difference of large numbers, whose sizes snip adds up. An entropy near 0 is as exact as one
    // near its largest, log 9: deciles that are rounding noise take part in it. Two outputs under constant
    // weights that are proportional differ by rounding of numbers up to 1.
    private static double Scale(Measurement one, IReadOnlyList<Measurement> all)
    {
        var id = one.Proxy.Id == "plain" ? "snip" : one.Proxy.Id;
        var score = all.Single(measured => measured.Proxy.Id == id).Score;
        return !score.IsDefined ? 0
            : id is "vkdnw" or "vkdnw_ref" or "epsinas" ? Math.Max(1, Math.Abs(score.Value))
            : Math.Abs(score.Value);
    }

    private static bool IsClose(Score one, Score other, double difference) =>
        one.IsDefined && other.IsDefined
            ? Math.Abs(one.Value - other.Value) <= difference
            : one.Equals(other);

    private static IEnumerable<Architecture> Cells(string name, int count)
    {
        var space = SearchSpaces.Named(name);
        string[] texts = name switch
        {
            "nasbench101" => NasBench101,
            "darts" => Darts,
            _ => [.. NasBench201().Take(count)],
        };
        return texts.Take(count).Select(space.Parse);
    }

    private static readonly string[] NasBench101 =
    [
        "out:0",
        "mp:0/c1:0+1/c3:1/out:0+2+3",
        "c1:0/mp:1/c1:1/c1:1/out:2+3+4",
        "c1:0/c3:0/out:1+2",
    ];

    // Poolings at every node of a normal cell, so that the summed logits depend on the images; every
    // operation with both strides; both edges of a node from one value.
    private static readonly string[] Darts =
    [
        "normal:avg_pool_3x3~0+sep_conv_3x3~1/max_pool_3x3~1+dil_conv_5x5~2/"
            + "avg_pool_3x3~2+skip_connect~3/max_pool_3x3~3+sep_conv_5x5~4:"
            + "reduce:skip_connect~0+sep_conv_5x5~1/max_pool_3x3~0+dil_conv_3x3~2/"
            + "avg_pool_3x3~1+sep_conv_3x3~3/skip_connect~1+dil_conv_5x5~4",
        "normal:max_pool_3x3~0+skip_connect~1/avg_pool_3x3~0+dil_conv_3x3~1/"
            + "max_pool_3x3~2+sep_conv_3x3~3/avg_pool_3x3~1+avg_pool_3x3~1:"
            + "reduce:dil_conv_3x3~0+dil_conv_5x5~0/skip_connect~0+skip_connect~0/"
            + "sep_conv_3x3~0+max_pool_3x3~1/avg_pool_3x3~4+skip_connect~3",
        "normal:avg_pool_3x3~0+max_pool_3x3~1/avg_pool_3x3~0+max_pool_3x3~1/"
            + "avg_pool_3x3~0+max_pool_3x3~1/avg_pool_3x3~0+max_pool_3x3~1:"
            + "reduce:skip_connect~0+skip_connect~1/skip_connect~0+skip_connect~1/"
            + "skip_connect~0+skip_connect~1/skip_connect~0+skip_connect~1",
    ];

    private static IEnumerable<string> NasBench201()
    {
        yield return "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
        yield return "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|none~0|none~1|none~2|";
        string[] operations = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];
        var random = new SequentialRandom(new CounterRandom(8, "tests/population"));
        while (true)
        {
            var o = Enumerable.Range(0, 6).Select(_ => operations[random.Below(5)]).ToArray();
            yield return $"|{o[0]}~0|+|{o[1]}~0|{o[2]}~1|+|{o[3]}~0|{o[4]}~1|{o[5]}~2|";
        }
    }
}
