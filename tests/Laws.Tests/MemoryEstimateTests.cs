using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Laws.Tests;

public sealed class MemoryEstimateTests : TorchTest
{
    private const string Largest =
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    [Fact]
    public void Counting_takes_no_memory() =>
        Assert.Equal(0, Estimate(Largest, "params,flops", Settings(16)));

    [Fact]
    public void It_grows_with_the_batch_and_the_precision()
    {
        var once = GradNorm(16, Placement.Cpu32);
        Assert.InRange(GradNorm(32, Placement.Cpu32) / (double)once, 1.8, 2);
        Assert.Equal(2 * once, GradNorm(16, Placement.Cpu64));

        static long GradNorm(int batch, Placement placement) =>
            Estimate(Largest, "grad_norm", Settings(batch, placement));
    }

    // The estimate is of tensors; what is measured is the process, whose own arrays and code grow by a few MB
    // meanwhile.
    private const long NotTensors = 4 << 20;

    /// <summary>A cell and a minibatch; a small network needs a larger one to stand out.</summary>
    public static TheoryData<string, int> Cells { get; } =
        new()
        {
            { Largest, 4 },
            {
                "|skip_connect~0|+|skip_connect~0|skip_connect~1|"
                    + "+|skip_connect~0|skip_connect~1|skip_connect~2|",
                8
            },
        };

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_proxy_takes_more_than_was_estimated_and_the_whole_catalogue_at_least_a_quarter(
        string text,
        int batch
    )
    {
        var settings = Settings(batch);
        Assert.SkipUnless(PeakMemory.IsKnown, "only Linux tells");
        var architecture = new NasBench201Space().Parse(text);
        torch.set_num_threads(1);
        using var prober = new Prober(settings);
        prober.Measure(architecture, [.. ProxyCatalogue.Proxies.Values]);
        foreach (
            var proxy in DistinctProxies
                .Of(settings)
                .Where(proxy => Estimate(text, proxy.Info.Id, settings) > 0)
        )
        {
            var (peak, estimate) = (
                Peak(prober, architecture, [proxy]),
                Estimate(text, proxy.Info.Id, settings)
            );
            Assert.True(
                peak <= estimate + NotTensors,
                $"{proxy.Info.Id}: {peak} bytes, {estimate} estimated"
            );
        }

        var all = Peak(prober, architecture, [.. ProxyCatalogue.Proxies.Values]);
        Assert.InRange(all, Estimate(text, "all", settings) / 4, Estimate(text, "all", settings));
    }

    private static long Peak(Prober prober, Architecture architecture, IReadOnlyList<IProxy> proxies) =>
        PeakMemory.Of(() => prober.Measure(architecture, proxies));

    private static long Estimate(string text, string proxies, ProbeSettings settings) =>
        MemoryEstimate.PeakBytes(
            new NasBench201Space().Parse(text),
            ProxyCatalogue.Select(proxies),
            settings
        );

    private static ProbeSettings Settings(int batch, Placement? placement = null) =>
        ProbeSettings.Noise(ImageTask.Cifar10, batch, 0, placement ?? Placement.Cpu32, InitKind.Default);
}
