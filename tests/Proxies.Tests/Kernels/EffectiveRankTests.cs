using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>Effective ranks by hand.</summary>
public sealed class EffectiveRankTests : TorchTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void That_of_the_identity_is_its_size(int size) =>
        Assert.Equal(size, Of(() => torch.eye(size, dtype: torch.float64)), 1e-13);

    [Fact]
    public void That_of_two_unequal_directions_is_below_two() =>
        Assert.Equal(1.7547654, Of(() => torch.diag(torch.tensor(new double[] { 3, 1 }))), 1e-7);

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.8)]
    public void That_of_a_circulant_follows_from_two_entropies(double r)
    {
        double[] rows = [1, r, r * r, r, r, 1, r, r * r, r * r, r, 1, r, r, r * r, r, 1];
        var (a, b) = ((1 + Math.Abs(r)) / 2, (1 - Math.Abs(r)) / 2);
        var entropy = -(a * Math.Log(a)) - b * Math.Log(b);
        Assert.Equal(Math.Exp(2 * entropy), Of(() => torch.tensor(rows, [4L, 4L])), 1e-13);
    }

    [Fact]
    public void That_of_zeros_is_zero() =>
        Assert.Equal(0, Of(() => torch.zeros([3, 2], dtype: torch.float64)));

    private static double Of(Func<Tensor> matrix)
    {
        using var scope = torch.NewDisposeScope();
        return EffectiveRank.Of(matrix().unsqueeze(0))[0].item<double>();
    }
}
