using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Runs.Tests;

public sealed class MemoryTests
{
    [Theory]
    [InlineData("8GB", 8_000_000_000)]
    [InlineData("1.5 g", 1_500_000_000)]
    [InlineData("800MB", 800_000_000)]
    public void Amounts_are_read_as_people_write_them(string text, long bytes) =>
        Assert.Equal(bytes, MemorySize.Parse(text));

    [Theory]
    [InlineData("8")]
    [InlineData("-1GB")]
    [InlineData("0GB")]
    [InlineData("much")]
    public void Other_amounts_are_refused(string text) =>
        Assert.Throws<UserError>(() => MemorySize.Parse(text));

    [Fact]
    public void An_architecture_that_does_not_fit_is_named_before_anything_is_computed()
    {
        var architecture = SearchSpaces.Named("nasbench201").Enumerate().First();
        var settings = new ScoringSettings(
            ProbeSettings.Noise(ImageTask.Cifar10, 64, 0, Placement.Cpu32),
            Workers: 1,
            Threads: 1,
            Memory: 1_000_000
        );
        Scorer.RequireMemory([architecture], ProxyCatalogue.Select("params"), settings);
        var error = Assert.Throws<UserError>(() =>
            Scorer.RequireMemory([architecture], ProxyCatalogue.Select("grad_norm"), settings)
        );
        Assert.Contains(architecture.Text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_waits_until_there_is_room()
    {
        var stop = TestContext.Current.CancellationToken;
        var gate = new MemoryGate(10);
        using var free = new ManualResetEventSlim();
        using var inside = new ManualResetEventSlim();
        var first = Task.Run(() => gate.Within(8, () => Hold(inside, free, stop)), stop);
        inside.Wait(stop);
        var second = Task.Run(() => gate.Within(8, () => { }), stop);
        await Task.Delay(50, stop);
        Assert.False(second.IsCompleted);
        free.Set();
        await first;
        await second;
    }

    [Fact]
    public void What_is_larger_than_all_there_is_runs_alone()
    {
        var ran = false;
        new MemoryGate(10).Within(100, () => ran = true);
        Assert.True(ran);
    }

    private static void Hold(ManualResetEventSlim inside, ManualResetEventSlim free, CancellationToken stop)
    {
        inside.Set();
        free.Wait(stop);
    }
}
