namespace ZcBench.Statistics.Across;

/// <summary>
/// On which share of the tasks a method reaches a level: S(x) = Σ_t w_t [x_t ≥ x] / Σ_t w_t. It falls from 1
/// to 0. A method whose curve is above another's everywhere is the better choice at every level.
/// </summary>
/// <remarks>
/// Dolan and Moré, Benchmarking optimization software with performance profiles, Mathematical Programming 91,
/// 2002; over levels in place of ratios to the best.
/// </remarks>
public sealed class PerformanceProfile
{
    private readonly double[] _levels;
    private readonly double[] _weights;
    private readonly double _total;

    /// <summary>The profile of one method.</summary>
    /// <param name="levels">What it reaches on each task.</param>
    /// <param name="weights">How much each task counts.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, a level is NaN, or a weight is not above 0.
    /// </exception>
    public PerformanceProfile(IReadOnlyList<double> levels, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(weights);
        if (levels.Count != weights.Count || levels.Count == 0)
        {
            throw new ArgumentException(
                $"there are {levels.Count} levels and {weights.Count} weights; give one of each per task",
                nameof(weights)
            );
        }

        if (levels.Any(double.IsNaN) || weights.Any(weight => !(weight > 0)))
        {
            throw new ArgumentException(
                "a level is NaN or a weight is not above 0; leave out such tasks",
                nameof(levels)
            );
        }

        (_levels, _weights) = ([.. levels], [.. weights]);
        Array.Sort(_levels, _weights);
        _total = _weights.Sum();
    }

    /// <summary>S(x).</summary>
    public double Share(double level)
    {
        var sum = 0.0;
        for (var i = _levels.Length - 1; i >= 0 && _levels[i] >= level; i--)
        {
            sum += _weights[i];
        }

        return Math.Min(1, sum / _total);
    }

    /// <summary>
    /// The distinct levels from the lowest on, each with the share that reaches more than it: where the curve
    /// steps down, and how far.
    /// </summary>
    public IReadOnlyList<(double Level, double Above)> Steps() =>
        [.. _levels.Distinct().Select(level => (level, Share(Math.BitIncrement(level))))];
}
