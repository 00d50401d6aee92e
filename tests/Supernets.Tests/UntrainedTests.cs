using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Supernets.Matching;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Untrained;

namespace ZcBench.Supernets.Tests;

public sealed class UntrainedTests : TorchTest
{
    private const string First =
        "|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|";
    private const string Second =
        "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|none~2|";
    private const string OnlyFirst =
        "|nor_conv_3x3~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|";
    private const string OnlyLast =
        "|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|none~2|";

    // What holds on small images holds on all, at a quarter of the time.
    private static readonly ImageTask Small = ImageTask.Named("cifar10@16");

    private static readonly ProbeSettings Settings = ProbeSettings.Noise(Small, 8, 0, Placement.Cpu64);

    public UntrainedTests() => torch.set_num_threads(1);

    public static TheoryData<string> Ids { get; } = ["operation_agreement", "operation_contribution"];

    [Fact]
    public void They_join_the_catalogue_once()
    {
        ProxyCatalogue.Add(typeof(SupernetCatalogue).Assembly);
        ProxyCatalogue.Add(typeof(SupernetCatalogue).Assembly);
        Assert.Equal(
            Ids.Select(id => id.Data),
            ProxyCatalogue.Select("operation_agreement,operation_contribution").Select(proxy => proxy.Info.Id)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_cell_is_worth_the_sum_over_its_edges(string id)
    {
        using var prober = new Prober(Settings);
        var scores = new[] { First, Second, OnlyFirst, OnlyLast }
            .Select(text => Score(prober, id, text))
            .ToList();
        Assert.Equal(scores[1] - scores[0], scores[2] - scores[0] + (scores[3] - scores[0]), 1e-9);
        Assert.NotEqual(scores[0], scores[1]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Cells_of_one_population_score_what_they_score_alone(string id)
    {
        using var prober = new Prober(Settings);
        var cells = new[] { First, Second }.Select(text => BuiltArchitecture.Of(Cell(text), Small)).ToList();
        var together = prober.Measure(cells, [Named(id)]).Select(scores => scores[0].Score.Value);
        using var other = new Prober(Settings);
        Assert.Equal([Score(other, id, First), Score(other, id, Second)], together);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_space_without_a_weight_sharing_network_has_none(string id)
    {
        using var prober = new Prober(Settings);
        var cell = SearchSpaces.Named("nasbench101").Parse("out:0");
        var score = prober.Measure(cell, [Named(id)])[0].Score;
        Assert.Equal("the space has no weight-sharing network", score.Reason);
    }

    [Fact]
    public void Agreement_is_the_mean_cosine_with_the_other_operations()
    {
        using var scope = torch.NewDisposeScope();
        using var prober = new Prober(Settings);
        var blueprint = SearchSpaces.Named("nasbench201").BuildSupernet(Small, 8, 1)!;
        var net = new Supernet(blueprint, Placement.Cpu64);
        using var weights = SupernetWeights.Initial(
            blueprint.Network,
            new WeightInit(Scores.InitKind.Default, 0),
            Placement.Cpu64
        );
        using var batch = Steps.Batch.Of(Settings.Batch, Placement.Cpu64);
        var live = LiveOperations.All(blueprint);
        var sub = new Steps.SubSupernet(live, weights, new Training.NamedTensors());
        var mixing = Mixing.Softmax(torch.zeros(6, 5, dtype: torch.float64), live);
        var matching = new GradientMatching(net, GradientDistance.Cosine);
        var expected = blueprint
            .OperationsOf(Cell(First))
            .Select(
                (operation, edge) =>
                {
                    var distances = matching.Distances(edge, sub, mixing, batch);
                    return Enumerable
                        .Range(0, 5)
                        .Where(o => o != operation)
                        .Average(o => 1 - distances[operation, o]);
                }
            )
            .Sum();
        Assert.Equal(expected, Score(prober, "operation_agreement", First), 1e-10);
    }

    private static double Score(Prober prober, string id, string text) =>
        prober.Measure(Cell(text), [Named(id)])[0].Score.Value;

    private static IProxy Named(string id) =>
        id == "operation_agreement" ? new OperationAgreement() : new OperationContribution();

    private static Architecture Cell(string text) => SearchSpaces.Named("nasbench201").Parse(text);
}
