using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests;

/// <summary>The score of Dextr by hand.</summary>
public sealed class DextrScoreTests
{
    private static readonly SingularRatios OneLayer = new(new Dictionary<int, double> { [3] = 0.5 });

    // A = ln 1.5 of the output diag(2, 1), B = ln 2.
    [Fact]
    public void Half_a_ratio_and_the_curvature_of_a_circle() =>
        Assert.Equal(0.2558200, DextrScore.Of(OneLayer, new([0, 1], [-1, 0]), [3]).Value, 1e-7);

    [Fact]
    public void Logits_that_do_not_move_have_no_score() =>
        Assert.False(DextrScore.Of(OneLayer, new([0, 0], [1, 0]), [3]).IsDefined);
}
