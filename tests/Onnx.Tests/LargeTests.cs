namespace ZcBench.Onnx.Tests;

/// <summary>Cases that take too long for every run; ZCBENCH_LARGE=1 asks for them.</summary>
internal static class LargeTests
{
    public static void SkipUnlessAsked(bool isLarge) =>
        Assert.SkipWhen(
            isLarge && Environment.GetEnvironmentVariable("ZCBENCH_LARGE") != "1",
            "it takes long; ask for it by ZCBENCH_LARGE=1"
        );
}
