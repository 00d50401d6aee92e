using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>The random plane of images, and curvatures by hand.</summary>
public sealed class CircleBasisTests
{
    private static readonly CircleBasis Basis = CircleBasis.Draw(0, 12288);

    [Fact]
    public void The_two_vectors_are_orthonormal()
    {
        Assert.Equal(1, Dot(Basis.First, Basis.First), 1e-14);
        Assert.Equal(1, Dot(Basis.Second, Basis.Second), 1e-14);
        Assert.Equal(0, Dot(Basis.First, Basis.Second), 1e-14);
    }

    [Fact]
    public void Their_largest_entries_are_positive_and_where_a_decomposition_has_them()
    {
        Assert.Equal(0.03789080, Basis.First[565], 1e-8);
        Assert.Equal(0.03569971, Basis.Second[1515], 1e-8);
        Assert.Equal(Basis.First[565], Basis.First.Max(Math.Abs));
        Assert.Equal(Basis.Second[1515], Basis.Second.Max(Math.Abs));
    }

    // f(x) = (u₁ · x, u₂ · x).
    [Fact]
    public void A_circle_has_curvature_one() =>
        Assert.Equal(1, new CircleCurvature([0, 1], [-1, 0]).Curvature, 1e-15);

    [Fact]
    public void A_straight_line_has_none() => Assert.Equal(0, new CircleCurvature([1, 2], [2, 4]).Curvature);

    private static double Dot(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();
}
