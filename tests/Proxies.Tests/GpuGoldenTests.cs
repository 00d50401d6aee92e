using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests;

/// <summary>Every proxy gives on a GPU what its reference implementation gave.</summary>
public sealed class GpuGoldenTests : TorchTest
{
    [Theory]
    [MemberData(nameof(GoldenScoreTests.DoubleNames), MemberType = typeof(GoldenScoreTests))]
    public void Scores_equal_the_reference_in_double_precision(string name)
    {
        RequireGpu();
        GoldenComparison.InDouble(GoldenFile.Named(name), torch.CUDA);
    }

    [Theory]
    [MemberData(nameof(GoldenScoreTests.Names), MemberType = typeof(GoldenScoreTests))]
    public void Scores_equal_the_reference_in_single_precision(string name)
    {
        RequireGpu();
        GoldenComparison.InSingle(GoldenFile.Named(name), torch.CUDA, Tolerances.OnGpu);
    }

    [Fact]
    public void Networks_scored_at_once_equal_the_reference_in_double_precision()
    {
        RequireGpu();
        GoldenComparison.TogetherInDouble(GoldenScoreTests.Together, torch.CUDA);
    }

    private static void RequireGpu() =>
        Assert.SkipUnless(
            Libtorch.Load().IsForCuda && torch.cuda.is_available(),
            "there is no CUDA GPU, or libtorch is built without CUDA; "
                + "scripts/gpu-pack and gpu-run take the tests to one"
        );
}
