using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Runs.Tests;

public sealed class ResourcesTests
{
    private static readonly ProbeSettings Probe = ProbeSettings.Noise(
        ImageTask.Cifar10,
        4,
        seed: 0,
        Placement.Cpu32
    );

    [Fact]
    public void A_processor_gets_a_worker_for_each_core_and_half_of_the_free_memory()
    {
        var settings = new Resources().For(Probe);
        Assert.Equal(Environment.ProcessorCount, settings.Workers);
        Assert.True(settings.Memory > 0);
    }

    [Fact]
    public void A_GPU_gets_one_worker_and_no_bound()
    {
        var settings = new Resources().For(Probe, DeviceType.CUDA);
        Assert.Equal(1, settings.Workers);
        Assert.Equal(0, settings.Memory);
    }

    [Fact]
    public void What_was_asked_for_counts_on_both()
    {
        var asked = new Resources(Workers: 3, Threads: 2, Memory: 5);
        DeviceType[] devices = [DeviceType.CPU, DeviceType.CUDA];
        Assert.All(devices, device => Assert.Equal(new(Probe, 3, 2, 5), asked.For(Probe, device)));
    }
}
