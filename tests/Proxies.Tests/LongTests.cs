namespace ZcBench.Proxies.Tests;

/// <summary>Cases that take long, and show what others show; ZCBENCH_LARGE=1 asks for them.</summary>
internal static class LongTests
{
    public static void SkipUnlessAsked(bool isLong) =>
        Assert.SkipWhen(
            isLong && Environment.GetEnvironmentVariable("ZCBENCH_LARGE") != "1",
            "it takes long, and other networks show the same; ask for it by ZCBENCH_LARGE=1"
        );
}
