using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>What holds for every proxy of the catalogue.</summary>
public sealed class CatalogueLawTests : TorchTest
{
    // Proxies without a golden value, and why. The list may only shrink.
    private static readonly Dictionary<string, string> WithoutGolden = new(StringComparer.Ordinal)
    {
        ["conv_depth"] = "a count of the graph, checked against closed forms",
        ["live_convs"] = "a count of the graph, checked against closed forms",
        ["live_flops"] = "a count of the graph, checked against closed forms",
        ["live_pools"] = "a count of the graph, checked against closed forms",
        ["conv3x3_count"] = "a count, checked on cells counted by hand",
        ["conv_layers"] = "a count, checked on cells counted by hand",
        ["input_out_degree"] = "a count, checked on cells counted by hand",
        ["das_units"] = "an atom of wot, which has one; their identity is checked below",
        ["das_distinct"] = "an atom of wot, which has one; their identity is checked below",
        ["logsynflow"] = "no reference values were recorded; it shares its pass with synflow, which has one",
        ["meco"] = "the reference sums over its own module tree, containers included",
        ["ntk_cond_frozen"] = "own variant; its kernel is checked against one backward pass a sample",
        ["ntk_trace_frozen"] = "own variant; its kernel is checked against one backward pass a sample",
    };

    private static readonly Architecture Mixed = Cell(
        "|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|"
    );

    /// <summary>A cell of each space with every kind of operation.</summary>
    public static TheoryData<string> MixedCells { get; } = [Mixed.Text, "mp:0/c1:0+1/c3:1/out:0+2+3"];

    // What holds on small images holds on all, at a quarter of the time.
    private static readonly ImageTask Small = ImageTask.Named("cifar10@16");
    private static readonly IReadOnlyList<IProxy> All = [.. ProxyCatalogue.Proxies.Values];

    /// <summary>Cells with dead ends, dead starts, nothing but one operation, and no path at all.</summary>
    public static TheoryData<string> Awkward { get; } =
    [
        "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|",
        "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|none~0|none~1|none~2|",
        "|none~0|+|none~0|nor_conv_3x3~1|+|none~0|nor_conv_1x1~1|nor_conv_3x3~2|",
        "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_1x1~2|",
        "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|",
        "|none~0|+|none~0|none~1|+|avg_pool_3x3~0|none~1|none~2|",
        "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|",
        "out:0",
        "mp:0/mp:1/out:0+2",
        "c1:0/mp:1/c1:1/c1:1/out:2+3+4",
    ];

    // One thread, as every worker of a run has: small eigenproblems wait long for each other's threads on
    // busy cores.
    public CatalogueLawTests() => torch.set_num_threads(1);

    public override void Dispose()
    {
        torch.set_num_threads(Environment.ProcessorCount);
        base.Dispose();
    }

    [Fact]
    public void Every_proxy_has_a_golden_value_or_a_stated_reason_why_not()
    {
        var golden = GoldenFile.NasBench201[0].Double!.Value;
        var lacking = All.Select(proxy => proxy.Info.Id)
            .Except(FisherAndRankGoldenTests.Ids)
            .Except(GradientAndActivationGoldenTests.Ids)
            .Where(id => id is not ("params" or "flops") && !golden.TryGetProperty(id, out _));
        Assert.Equal(WithoutGolden.Keys.Order(StringComparer.Ordinal), lacking.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MixedCells))]
    public void A_proxy_scores_alone_what_it_scores_among_all_others(string text)
    {
        LongTests.SkipUnlessAsked(text != Mixed.Text);
        var together = Measure(Cell(text), All);
        foreach (var proxy in DistinctProxies.Of(SettingsOf(seed: 0)))
        {
            Assert.Equal(together[proxy.Info.Id], Measure(Cell(text), [proxy])[proxy.Info.Id]);
        }
    }

    [Fact]
    public void The_order_of_proxies_does_not_matter_and_a_second_look_sees_the_same() =>
        Assert.Equal(Measure(Mixed, All), Measure(Mixed, [.. All.Reverse()]));

    [Fact]
    public void Sharing_one_network_gives_each_the_score_it_has_on_its_published_one()
    {
        using var prober = new Prober(ProbeSettings.Noise(Small, 4, seed: 3, Placement.Cpu32));
        var together = prober.Measure(Mixed, All);
        foreach (var measured in together)
        {
            Assert.Equal(
                measured.Score,
                prober.Measure(Mixed, [ProxyCatalogue.Proxies[measured.Proxy.Id]])[0].Score
            );
        }
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Awkward_networks_get_finite_or_undefined_scores_from_every_proxy(string text)
    {
        LongTests.SkipUnlessAsked(text.StartsWith("mp:", StringComparison.Ordinal));
        foreach (var (id, score) in Measure(Cell(text), All))
        {
            Assert.True(!score.IsDefined || double.IsFinite(score.Value), $"{id}: {score}");
        }
    }

    [Fact]
    public void Wot_is_the_sum_of_its_atoms_times_the_batch()
    {
        var scores = Measure(Mixed, ProxyCatalogue.Select("wot,das_units,das_distinct"));
        Assert.Equal(
            scores["wot"].Value,
            4 * (scores["das_units"].Value + scores["das_distinct"].Value),
            1e-9
        );
    }

    [Fact]
    public void Other_seeds_give_other_scores()
    {
        var wot = ProxyCatalogue.Select("wot");
        Assert.NotEqual(Measure(Mixed, wot, seed: 0), Measure(Mixed, wot, seed: 1));
    }

    [Theory]
    [InlineData("cifar100")]
    [InlineData("ImageNet16-120")]
    public void Every_proxy_runs_on_the_other_tasks(string dataset)
    {
        LongTests.SkipUnlessAsked(dataset == "cifar100");
        using var prober = new Prober(
            ProbeSettings.Noise(ImageTask.Named(dataset), 4, 0, Placement.Cpu32, InitKind.Default)
        );
        Assert.All(
            prober.Measure(Mixed, All),
            measured => Assert.True(measured.Score.IsDefined, measured.ToString())
        );
    }

    private static ProbeSettings SettingsOf(long seed) =>
        ProbeSettings.Noise(Small, 4, seed, Placement.Cpu32, InitKind.Default);

    private static SortedDictionary<string, Score> Measure(
        Architecture architecture,
        IReadOnlyList<IProxy> proxies,
        long seed = 0
    )
    {
        using var prober = new Prober(SettingsOf(seed));
        return new(
            prober
                .Measure(architecture, proxies)
                .ToDictionary(measured => measured.Proxy.Id, measured => measured.Score),
            StringComparer.Ordinal
        );
    }

    private static Architecture Cell(string text) =>
        SearchSpaces.Named(text.StartsWith('|') ? "nasbench201" : "nasbench101").Parse(text);
}
