using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Training;

namespace ZcBench.Runs.Tests;

public sealed class StateProberTests : IDisposable
{
    private static readonly TrainingRecipe Recipe = new("noise", 16, 8, Epochs: 2, Batch: 4);
    private static readonly BuiltArchitecture[] One =
    [
        BuiltArchitecture.Of(
            SearchSpaces
                .Named("nasbench201")
                .Parse("|nor_conv_1x1~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|none~1|avg_pool_3x3~2|"),
            ImageTask.Cifar10
        ),
    ];
    private readonly string _folder = Directory.CreateTempSubdirectory("training").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_training_that_died_goes_on_from_what_was_last_written()
    {
        var expected = Scores(Setup(folder: null), out _);
        var setup = Setup(_folder);
        Assert.Throws<IOException>(() => Scores(setup, out _, dieAfter: 5));
        Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(expected, Scores(setup, out var steps, "wot@8,tse@8"));
        Assert.Equal(8 - 4, steps);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_was_written_is_no_use_where_an_earlier_state_is_missing()
    {
        var setup = Setup(_folder);
        Assert.Throws<IOException>(() => Scores(setup, out _, dieAfter: 5));
        Scores(setup, out var steps, "wot@2,wot@8");
        Assert.Equal(8, steps);
    }

    [Fact]
    public void Parts_come_in_the_order_of_training()
    {
        var proxies = ProxyNames.Proxies("wot,tse@8,wot@1epoch,wot@2,params");
        using var prober = new StateProber(Probe, Setup(folder: null));
        Assert.Equal(
            ["params,wot", "wot@2", "wot@1epoch", "tse@8"],
            prober
                .Measure(One, proxies, stop: TestContext.Current.CancellationToken)
                .Select(part => string.Join(',', part[0].Select(score => score.Proxy.Id)))
        );
    }

    [Theory]
    [InlineData("wot,params", "0,1epoch", "wot@0,wot@1epoch,params")]
    [InlineData("das,counting", "5", "das@5,counting")]
    [InlineData("tse,valid_loss", "0,5", "tse@5,valid_loss@0,valid_loss@5")]
    [InlineData("linear_regions,wot@3", "5", "linear_regions,wot@3")]
    public void A_list_in_several_states(string list, string states, string expected) =>
        Assert.Equal(expected, ProxyNames.WithStates(list, states));

    private static ProbeSettings Probe => ProbeSettings.Noise(ImageTask.Cifar10, 4, 0, Placement.Cpu32);

    private static TrainingSetup Setup(string? folder)
    {
        var images = LabelledImages.Of(Minibatch.Noise(ImageTask.Cifar10, 24, 0));
        return new(Recipe, new(images, Recipe, 0), folder) { KeptEvery = TimeSpan.Zero };
    }

    private static string Scores(
        TrainingSetup setup,
        out int steps,
        string proxies = "wot@8,tse@8",
        int dieAfter = int.MaxValue
    )
    {
        var done = 0;
        using var prober = new StateProber(Probe, setup);
        var parts = prober.Measure(
            One,
            ProxyNames.Proxies(proxies),
            () =>
            {
                if (++done >= dieAfter)
                {
                    throw new IOException("the power is gone");
                }
            },
            TestContext.Current.CancellationToken
        );
        var scores = string.Join(' ', parts.SelectMany(part => part[0]).Select(item => item.Score));
        steps = done;
        return scores;
    }
}
