using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies.Tests;

/// <summary>Proxies that make variants of themselves.</summary>
public sealed class ProxyFamilyTests : TorchTest
{
    private static readonly Architecture Cell = SearchSpaces
        .Named("nasbench201")
        .Parse("|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|");

    [Fact]
    public void An_id_names_a_variant_in_one_spelling() =>
        Assert.Equal("near_x8", ProxyCatalogue.Named("near_x08").Info.Id);

    [Theory]
    [InlineData("near_x1")]
    [InlineData("near_x65")]
    [InlineData("near_twice")]
    public void What_is_no_variant_is_refused_with_the_pattern(string id) =>
        Assert.Equal(
            $"'{id}' is no variant of near; write near_xR with R from 2 to 64",
            Assert.Throws<UserError>(() => ProxyCatalogue.Named(id)).Message
        );

    [Fact]
    public void A_size_and_a_spread_make_a_variant_of_reg_swap()
    {
        var proxies = new[] { "swap", "reg_swap_100_400.5" }.Select(id => ProxyCatalogue.Named(id)).ToList();
        using var prober = new Prober(ProbeSettings.Noise(ImageTask.Cifar10, 4, 0, Placement.Cpu64));
        var scores = prober.Measure(Cell, proxies);
        var parameters = SearchSpaces.Named("nasbench201").Parameters(Cell, ImageTask.Cifar10) / 1000.0;
        Assert.Equal(
            scores[0].Score.Value * Math.Exp(-Math.Pow(parameters - 100, 2) / 400.5),
            scores[1].Score.Value,
            1e-9
        );
        Assert.Equal("reg_swap_100_400.5", scores[1].Proxy.Id);
    }

    [Theory]
    [InlineData("reg_swap_100")]
    [InlineData("reg_swap_100_0")]
    [InlineData("reg_swap_100_-4")]
    public void A_size_without_a_spread_is_refused(string id) =>
        Assert.Equal(
            $"'{id}' is no variant of reg_swap; write reg_swap_MU_SIGMA, both above 0",
            Assert.Throws<UserError>(() => ProxyCatalogue.Named(id)).Message
        );

    [Fact]
    public void All_means_no_variants() =>
        Assert.DoesNotContain(
            ProxyCatalogue.Select("all"),
            proxy => proxy.Info.Id.StartsWith("near_", StringComparison.Ordinal)
        );

    // The images are those of the first seed.
    [Fact]
    public void Near_of_several_draws_is_the_mean_over_seeds_of_weights_and_windows()
    {
        var task = ImageTask.Cifar10;
        var first = ProbeSettings.Noise(task, 4, 5, Placement.Cpu64);
        var expected = Enumerable
            .Range(0, 3)
            .Average(r =>
            {
                using var prober = new Prober(first with { Seed = 5 + r });
                return prober.Measure(Cell, [ProxyCatalogue.Named("near")])[0].Score.Value;
            });
        using var repeated = new Prober(first);
        var score = repeated.Measure(Cell, [ProxyCatalogue.Named("near_x3")])[0].Score;
        Assert.Equal(expected, score.Value, 1e-12 * expected);
    }
}
