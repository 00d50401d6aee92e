using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Tests;

/// <summary>Where batch norm leaves nothing to differentiate, scores are undefined and not noise.</summary>
public sealed class NormRuleTests : TorchTest
{
    private const string DartsV2 =
        "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0), "
        + "('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0), "
        + "('dil_conv_3x3', 2)], "
        + "normal_concat=[2, 3, 4, 5], "
        + "reduce=[('max_pool_3x3', 0), ('max_pool_3x3', 1), ('skip_connect', 2), ('max_pool_3x3', 1), "
        + "('max_pool_3x3', 0), ('skip_connect', 2), ('skip_connect', 2), ('max_pool_3x3', 1)], "
        + "reduce_concat=[2, 3, 4, 5])";

    // Pooling has no batch norm after it, and all nodes reach the output.
    private static readonly string PoolsInNormalCell = DartsV2.Replace(
        "('dil_conv_3x3', 2)",
        "('max_pool_3x3', 2)",
        StringComparison.Ordinal
    );

    private static readonly IReadOnlyList<IProxy> SumReaders =
    [
        .. new[] { "jacob_cov", "epe_nas", "synflow_bn", "gradsign" }.Select(id =>
            ProxyCatalogue.Proxies[id]
        ),
    ];

    /// <summary>Space, architecture, dataset, side, and whether the network ends in batch norm.</summary>
    public static TheoryData<string, string, string, int, bool> Networks { get; } =
        new()
        {
            { "transnasbench101-micro", "64-41414-1_02_333", "class_object", 64, true },
            { "transnasbench101-micro", "64-41414-1_01_111", "class_object", 64, true },
            { "transnasbench101-macro", "64-1234-basic", "class_scene", 32, true },
            { "nasbenchmacro", "02012100", "cifar10", 32, false },
            {
                "nasbench201",
                "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|skip_connect~0|none~1|none~2|",
                "cifar10",
                32,
                false
            },
            { "nasbench101", "c3:0/c1:0+1/mp:2/out:0+3", "cifar10", 32, false },
            { "darts", DartsV2, "cifar10@C8@L4", 32, true },
            { "darts", PoolsInNormalCell, "cifar10@C8@L4", 32, false },
        };

    // ∂(Σ_m Σ_k f_k(x_m))/∂x beside ∂(Σ_k f_k(x_0))/∂x: the first is 0 where all logits' sum is constant.
    [Theory]
    [MemberData(nameof(Networks))]
    public void The_gradient_of_the_summed_logits_is_zero_exactly_where_the_rule_says_so(
        string space,
        string architecture,
        string dataset,
        int side,
        bool isConstant
    )
    {
        using var scope = torch.NewDisposeScope();
        var blueprint = Build(space, architecture, dataset, side);
        var placement = Placement.Cpu64;
        var batch = Minibatch.Noise(blueprint.Task, 4, seed: 0);
        StepSelection[] selections = [StepSelection.Logits];
        var schedule = Schedule.Of([blueprint], selections);
        using var bank = new WeightBank(new WeightInit(InitKind.Default, 0), placement);
        using var network = PopulationNetwork.Create(schedule, bank, placement);
        var input = placement.Maps(batch.Pixels, batch.Count, 3, side, side).requires_grad_();
        var logits = network.Forward(input, schedule.Needed(selections), Unobserved.Instance)!;
        var of = (Tensor sum) =>
            torch.autograd.grad([sum], [input], retain_graph: true)[0].norm().item<double>();
        var ratio = of(logits.sum()) / of(logits[0].sum());
        Assert.Equal(isConstant, blueprint.LogitsSumToConstant);
        Assert.True(isConstant ? ratio < 1e-11 : ratio > 1e-3, $"the ratio is {ratio}");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Proxies_of_summed_logits_are_undefined_there_and_defined_elsewhere(
        string space,
        string architecture,
        string dataset,
        int side,
        bool isConstant
    )
    {
        using var prober = new Prober(
            ProbeSettings.Noise(Repeating(dataset, side), 16, seed: 0, Placement.Cpu32)
        );
        foreach (var measured in prober.Measure(SearchSpaces.Named(space).Parse(architecture), SumReaders))
        {
            Assert.Equal(!isConstant, measured.Score.IsDefined);
            Assert.True(
                !isConstant
                    || measured.Score.Reason!.Contains("ends in batch norm", StringComparison.Ordinal),
                measured.Score.Reason
            );
        }
    }

    [Fact]
    public void Images_that_shrink_to_one_pixel_are_refused_by_what_normalises_single_images()
    {
        var task = ImageTask.Named("class_object").OfSide(32);
        IReadOnlyList<IProxy> proxies =
        [
            .. new[] { "synflow_bn", "gradsign", "meco" }.Select(id => ProxyCatalogue.Proxies[id]),
        ];
        using var prober = new Prober(ProbeSettings.Noise(task, 4, seed: 0, Placement.Cpu32));
        var cell = SearchSpaces.Named("transnasbench101-micro").Parse("64-41414-1_02_333");
        foreach (var measured in prober.Measure(cell, proxies))
        {
            Assert.Contains("single value a channel", measured.Score.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Proxies_that_read_labels_are_undefined_where_images_have_no_classes()
    {
        var task = ImageTask.Named("normal").OfSide(64);
        var proxies = ProxyCatalogue.Proxies.Values.Where(proxy =>
            proxy.Info.LabelBudget == LabelBudget.Labels
        );
        using var prober = new Prober(ProbeSettings.Noise(task, 4, seed: 0, Placement.Cpu32));
        var cell = SearchSpaces.Named("transnasbench101-micro").Parse("64-41414-1_02_333");
        var measured = prober.Measure(cell, [.. proxies, ProxyCatalogue.Proxies["wot"]]);
        Assert.True(measured[^1].Score.IsDefined);
        Assert.All(
            measured.SkipLast(1),
            item => Assert.Equal("it reads class labels, and images of normal have none", item.Score.Reason)
        );
    }

    // Few classes, so that several of 16 samples share one.
    private static ImageTask Repeating(string dataset, int side) =>
        ImageTask.Named(dataset).OfSide(side) with
        {
            Classes = 4,
        };

    private static Blueprint Build(string space, string architecture, string dataset, int side)
    {
        var searched = SearchSpaces.Named(space);
        return searched.Build(searched.Parse(architecture), ImageTask.Named(dataset).OfSide(side));
    }
}
