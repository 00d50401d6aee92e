namespace ZcBench.Search.Methods;

/// <summary>
/// HNAS's objective, lower is better: H(A; μ, ν) = κ / (|M| + 10⁻⁶) + μ · |M² − ν| (Shu, Dai, Wu and Low,
/// NeurIPS 2022; constants as in the authors' code). M is a gradient-based metric of the architecture, κ the
/// condition number of its tangent kernel. The first term favours what trains fast, the second pulls M²
/// towards ν.
/// </summary>
internal static class HybridObjective
{
    private const double Least = 1e-6;

    /// <summary>
    /// The objective; +∞ where κ or M is undefined. The size of M counts, for the theory is about a norm:
    /// grasp, which may be negative, would otherwise turn the first term round near zero.
    /// </summary>
    /// <param name="condition">κ; NaN where the kernel is singular.</param>
    /// <param name="metric">M; NaN where it is undefined.</param>
    /// <param name="mu">Weight of the second term.</param>
    /// <param name="nu">What M² is pulled towards.</param>
    public static double Of(double condition, double metric, double mu, double nu)
    {
        var value = condition / (Math.Abs(metric) + Least) + mu * Math.Abs(metric * metric - nu);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}
