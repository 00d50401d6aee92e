using MathNet.Numerics.Distributions;

namespace ZcBench.Statistics.Across;

/// <summary>
/// How far two mean ranks must be apart to differ significantly after Friedman's test: CD = q √(k(k + 1) /
/// (6N)) for k methods over N independent blocks. Ties make it conservative.
/// </summary>
/// <remarks>Demšar, Statistical comparisons of classifiers over multiple data sets, JMLR 7, 2006.</remarks>
public static class CriticalDifference
{
    /// <summary>√(k(k + 1) / (6N)), the standard deviation of a difference of two mean ranks.</summary>
    public static double StandardError(int methods, int blocks) =>
        methods >= 2 && blocks >= 1
            ? Math.Sqrt(methods * (methods + 1.0) / (6.0 * blocks))
            : throw new ArgumentException(
                $"there are {methods} methods and {blocks} blocks; give at least two methods and a block",
                nameof(methods)
            );

    /// <summary>
    /// Nemenyi's q_α for all pairs of k methods: the 1 − α quantile of the studentized range with infinitely
    /// many degrees of freedom, divided by √2.
    /// </summary>
    /// <remarks>Nemenyi, Distribution-free multiple comparisons, 1963.</remarks>
    public static double NemenyiQ(int methods, double alpha) =>
        StudentizedRange.Quantile(methods, 1 - alpha) / Math.Sqrt(2);

    /// <summary>
    /// q_α for k − 1 methods against one control: the 1 − α/(2(k − 1)) quantile of the normal distribution.
    /// </summary>
    /// <remarks>Dunn, Multiple comparisons among means, JASA 56, 1961.</remarks>
    public static double BonferroniDunnQ(int methods, double alpha) =>
        alpha is > 0 and < 1 && methods >= 2
            ? -Normal.InvCDF(0, 1, alpha / (2.0 * (methods - 1)))
            : throw new ArgumentException(
                $"{methods} methods were to be compared at level {alpha}; "
                    + "give two methods and a level in (0, 1)",
                nameof(alpha)
            );

    /// <summary>Between any two methods.</summary>
    public static double Nemenyi(int methods, int blocks, double alpha) =>
        NemenyiQ(methods, alpha) * StandardError(methods, blocks);

    /// <summary>Between a method and the control.</summary>
    public static double BonferroniDunn(int methods, int blocks, double alpha) =>
        BonferroniDunnQ(methods, alpha) * StandardError(methods, blocks);
}
