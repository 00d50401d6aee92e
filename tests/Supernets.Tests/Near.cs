namespace ZcBench.Supernets.Tests;

/// <summary>Comparison with golden values: differences relative to the largest entry.</summary>
internal static class Near
{
    /// <summary>Values and gradients: sums in another order.</summary>
    public const double Values = 1e-10;

    /// <summary>After thirty training steps.</summary>
    public const double Trained = 1e-9;

    /// <summary>A difference quotient.</summary>
    public const double SecondOrder = 1e-8;

    public static void Equal(
        IReadOnlyList<double> expected,
        IReadOnlyList<double> actual,
        double tolerance,
        string what
    )
    {
        Assert.Equal(expected.Count, actual.Count);
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * scale,
                FormattableString.Invariant($"{what}[{i}]: {actual[i]:R}, expected {expected[i]:R}")
            );
        }
    }

    public static void Equal(double expected, double actual, double tolerance, string what) =>
        Equal([expected], [actual], tolerance, what);

    public static double[] Numbers(this Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return tensor.detach().to(torch.float64).contiguous().reshape(-1).data<double>().ToArray();
    }
}
