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
    private const int Batch = 4;
    private static readonly ProbeSettings Settings = ProbeSettings.Noise(
        ImageTask.Cifar10,
        Batch,
        0,
        Placement.Cpu32,
        InitKind.Default
    );

    [Fact]
    public void Counting_takes_no_memory() => Assert.Equal(0, Estimate(Largest, "params,flops"));

    [Fact]
    public void It_grows_with_the_batch_and_the_precision()
    {
        var once = GradNorm(16, Placement.Cpu32);
        Assert.InRange(GradNorm(32, Placement.Cpu32) / (double)once, 1.8, 2);
        Assert.Equal(2 * once, GradNorm(16, Placement.Cpu64));

        static long GradNorm(int batch, Placement placement) =>
            Estimate(
                Largest,
                "grad_norm",
                ProbeSettings.Noise(ImageTask.Cifar10, batch, 0, placement, InitKind.Default)
            );
    }

    // The estimate is of tensors; what is measured is the process, whose own arrays and code grow by a few MB
    // meanwhile.
    private const long NotTensors = 4 << 20;

    public static TheoryData<string> Cells { get; } =
    [
        Largest,
        "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|",
    ];

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_proxy_takes_more_than_was_estimated_and_the_whole_catalogue_at_least_a_quarter(string text)
    {
        Assert.SkipUnless(PeakMemory.IsKnown, "only Linux tells");
        var architecture = new NasBench201Space().Parse(text);
        torch.set_num_threads(1);
        using var prober = new Prober(Settings);
        prober.Measure(architecture, [.. ProxyCatalogue.Proxies.Values]);
        foreach (var proxy in DistinctProxies.Of(Settings).Where(proxy => Estimate(text, proxy.Info.Id) > 0))
        {
            var (peak, estimate) = (Peak(prober, architecture, [proxy]), Estimate(text, proxy.Info.Id));
            Assert.True(
                peak <= estimate + NotTensors,
                $"{proxy.Info.Id}: {peak} bytes, {estimate} estimated"
            );
        }

        var all = Peak(prober, architecture, [.. ProxyCatalogue.Proxies.Values]);
        Assert.InRange(all, Estimate(text, "all") / 4, Estimate(text, "all"));
    }

    private static long Peak(Prober prober, Architecture architecture, IReadOnlyList<IProxy> proxies) =>
        PeakMemory.Of(() => prober.Measure(architecture, proxies));

    private static long Estimate(string text, string proxies, ProbeSettings? settings = null) =>
        MemoryEstimate.PeakBytes(
            new NasBench201Space().Parse(text),
            ProxyCatalogue.Select(proxies),
            settings ?? Settings
        );
}
