using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests.Engine;

public sealed class LibtorchTests : TorchTest
{
    [Fact]
    public void It_tells_where_it_comes_from_and_its_version()
    {
        var libtorch = Libtorch.Load();
        Assert.True(File.Exists(libtorch.Path), libtorch.Path);
        Assert.True(libtorch.Version >= new Version(2, 10), libtorch.ToString());
        Assert.Same(libtorch, Libtorch.Load());
    }

    [Fact]
    public void Peak_memory_is_what_is_live_at_one_time_not_what_is_made_altogether()
    {
        Assert.SkipUnless(PeakMemory.IsKnown, "only Linux tells");
        const long Size = 64 << 20;
        var peak = PeakMemory.Of(() =>
        {
            for (var i = 0; i < 4; i++)
            {
                using var half = torch.ones(Size / sizeof(float) / 2);
                using var other = half.add(1);
            }
        });
        Assert.InRange(peak, Size, Size + (8 << 20));
    }
}
