using MathNet.Numerics.Statistics;

namespace ZcBench.Reports.Statistics.Resampling;

/// <summary>Percentile intervals of resampled values.</summary>
internal static class Percentiles
{
    public static Interval Interval(Estimate point, Estimate[] resampled, double level)
    {
        var values = resampled.Select(estimate => estimate.Value).OfType<double>().Order().ToArray();
        var undefined = resampled.Length - values.Length;
        Estimate Quantile(double share) =>
            point.Reason is not null ? point
            : undefined >= (1 - level) * resampled.Length && undefined > 0
                ? Estimate.Undefined($"{undefined} of {resampled.Length} resamples have no value")
            : Estimate.Of(SortedArrayStatistics.QuantileCustom(values, share, QuantileDefinition.R7));

        return new Interval(point, Quantile((1 - level) / 2), Quantile((1 + level) / 2), level, undefined);
    }
}
