using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace ZcBench.Statistics.Across;

/// <summary>
/// The range W = max Zⱼ − min Zⱼ of k independent standard normal numbers: the studentized range with
/// infinitely many degrees of freedom.
/// </summary>
/// <remarks>
/// Tukey, The problem of multiple comparisons, 1953. The integral is computed, not read from a table: its
/// integrand is smooth and falls off as a normal density, so equal steps converge faster than any power.
/// </remarks>
public static class StudentizedRange
{
    /// <summary>The most methods that are compared.</summary>
    public const int MaxMethods = 10_000;

    // Beyond these the density of the smallest number is under 1e-18.
    private const double End = 9;
    private const double Step = 1.0 / 64;
    private const double Widest = 40;
    private const double Accuracy = 1e-12;

    /// <summary>P(W ≤ w) = k ∫ φ(z) (Φ(z + w) − Φ(z))^(k − 1) dz.</summary>
    /// <exception cref="ArgumentException">
    /// There are fewer than two methods or more than <see cref="MaxMethods"/>.
    /// </exception>
    public static double Cumulative(int methods, double width)
    {
        if (methods is < 2 or > MaxMethods)
        {
            throw new ArgumentException(
                $"a range of {methods} numbers was asked for; give 2 to {MaxMethods}",
                nameof(methods)
            );
        }

        if (width <= 0)
        {
            return 0;
        }

        var sum = 0.0;
        for (var i = -(int)(End / Step); i <= (int)(End / Step); i++)
        {
            var z = i * Step;
            sum += Normal.PDF(0, 1, z) * Math.Pow(Between(z, z + width), methods - 1);
        }

        return Math.Min(1, methods * sum * Step);
    }

    /// <summary>The width w with P(W ≤ w) = p.</summary>
    /// <exception cref="ArgumentException">p lies outside (0, 1).</exception>
    public static double Quantile(int methods, double p) =>
        p is > 0 and < 1
            ? Brent.FindRoot(width => Cumulative(methods, width) - p, 0, Widest, Accuracy)
            : throw new ArgumentException($"a probability is {p}; it must lie in (0, 1)", nameof(p));

    // Φ(high) − Φ(low) by the tails where both are on one side, so that digits are kept.
    private static double Between(double low, double high) =>
        low > 0
            ? Normal.CDF(0, 1, -low) - Normal.CDF(0, 1, -high)
            : Normal.CDF(0, 1, high) - Normal.CDF(0, 1, low);
}
