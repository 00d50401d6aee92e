using System.Globalization;
using MathNet.Numerics.Statistics;

namespace ZcBench.Statistics.Resampling;

/// <summary>Percentile intervals of resampled values.</summary>
public static class Percentiles
{
    /// <summary>
    /// The fewest resamples B that have a share (1 − level)/2 of B + 1 on either side: 39 for 95 %. With
    /// fewer the ends are the smallest and the largest resample, or nearer to each other.
    /// </summary>
    public static int Least(double level) => (int)Math.Ceiling(Math.Round(2 / (1 - level), 6)) - 1;

    /// <summary>
    /// The interval between the quantiles (1 − level)/2 and (1 + level)/2 of the resampled values that are
    /// defined.
    /// </summary>
    /// <param name="point">The statistic of the sample itself.</param>
    /// <param name="resampled">The statistic of each resample.</param>
    /// <param name="level">Such as 0.95.</param>
    public static Interval Interval(Estimate point, Estimate[] resampled, double level)
    {
        var values = resampled.Select(estimate => estimate.Value).OfType<double>().Order().ToArray();
        var undefined = resampled.Length - values.Length;
        Estimate Quantile(double share) =>
            point.Reason is not null ? point
            : resampled.Length < Least(level)
                ? Estimate.Undefined(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a {level:P0} interval takes at least {Least(level)} resamples "
                            + $"(got {resampled.Length})"
                    )
                )
            : undefined >= (1 - level) * resampled.Length && undefined > 0
                ? Estimate.Undefined($"{undefined} of {resampled.Length} resamples have no value")
            : Estimate.Of(SortedArrayStatistics.QuantileCustom(values, share, QuantileDefinition.R7));

        return new Interval(point, Quantile((1 - level) / 2), Quantile((1 + level) / 2), level, undefined);
    }
}
