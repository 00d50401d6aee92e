using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests.Engine;

public sealed class LibtorchTests : TorchTest
{
    private const long Size = 64 << 20;

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
        // The kernel counts for the whole process, so a measurement also holds what other threads took or
        // gave back meanwhile: tens of megabytes once, some hundred kilobytes often.
        var peak = Enumerable.Range(0, 5).Min(_ => PeakMemory.Of(HalfAndOther));
        Assert.InRange(peak, Size - (1 << 20), Size + (8 << 20));
    }

    [Fact]
    public void Peak_memory_counts_no_hole_that_was_freed_before()
    {
        Assert.SkipUnless(PeakMemory.IsKnown, "only Linux tells");
        var blocks = Enumerable.Range(0, 40).Select(_ => torch.ones(Size / sizeof(float) / 4)).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (i % 4 != 0)
            {
                blocks[i].Dispose();
            }
        }

        var peak = Enumerable.Range(0, 5).Min(_ => PeakMemory.Of(HalfAndOther));
        blocks.ForEach(block => block.Dispose());
        Assert.InRange(peak, Size - (1 << 20), Size + (8 << 20));
    }

    private static void HalfAndOther()
    {
        for (var i = 0; i < 4; i++)
        {
            using var half = torch.ones(Size / sizeof(float) / 2);
            using var other = half.add(1);
        }
    }
}
