namespace ZcBench.Proxies.Tests;

/// <summary>Cases that take too long for every run; ZCBENCH_LARGE=1 asks for them.</summary>
internal static class LongTests
{
    public static bool AreAsked { get; } = Environment.GetEnvironmentVariable("ZCBENCH_LARGE") == "1";

    public static void SkipUnlessAsked(bool isLong) =>
        Assert.SkipWhen(isLong && !AreAsked, "it takes long; ask for it by ZCBENCH_LARGE=1");
}
