using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ZcBench.Statistics.Resampling;

/// <summary>A statistic of one proxy and its values on the resamples.</summary>
public sealed class ResampledStatistic
{
    private readonly Bootstrap _plan;
    private readonly int _count;
    private readonly Estimate[] _values;

    internal ResampledStatistic(
        StatisticInfo info,
        Bootstrap plan,
        int count,
        Estimate point,
        Estimate[] values
    )
    {
        Info = info;
        Point = point;
        (_plan, _count, _values) = (plan, count, values);
    }

    /// <summary>Which statistic it is.</summary>
    public StatisticInfo Info { get; }

    /// <summary>The statistic of the sample itself.</summary>
    public Estimate Point { get; }

    /// <summary>The statistic of each resample, in the order of the draws.</summary>
    public IReadOnlyList<Estimate> Values => _values;

    /// <summary>
    /// The percentile interval. Resamples without a value are left out and counted; the ends are undefined
    /// when the point is, or when so many resamples are that they could decide an end: a share of 1 − level
    /// or more.
    /// </summary>
    public Interval Interval() => Percentiles.Interval(Point, _values, _plan.Level);

    /// <summary>This proxy's value less another's, resample by resample.</summary>
    /// <exception cref="ArgumentException">The two do not come from the same statistic and draws.</exception>
    public PairedDifference Minus(ResampledStatistic other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Info.Id != other.Info.Id || _plan != other._plan || _count != other._count)
        {
            throw new ArgumentException(
                $"{Info.Id} of {_count} and {other.Info.Id} of {other._count} architectures are not paired; "
                    + "bootstrap one statistic with one seed on the same architectures",
                nameof(other)
            );
        }

        var differences = _values.Zip(other._values, Subtract).ToArray();
        var interval = Percentiles.Interval(Subtract(Point, other.Point), differences, _plan.Level);
        return new PairedDifference(
            interval,
            PValue(interval, differences),
            NormalPValue(interval, differences)
        );
    }

    private static Estimate PValue(Interval interval, Estimate[] differences)
    {
        if (interval.Low.Reason is string reason)
        {
            return Estimate.Undefined(reason);
        }

        var defined = differences.Count(difference => difference.Value is not null);
        var below = differences.Count(difference => difference.Value <= 0);
        var above = differences.Count(difference => difference.Value >= 0);
        return Estimate.Of(Math.Min(1, 2.0 * (1 + Math.Min(below, above)) / (1 + defined)));
    }

    private static Estimate NormalPValue(Interval interval, Estimate[] differences)
    {
        if (interval.Low.Reason is string reason)
        {
            return Estimate.Undefined(reason);
        }

        var deviation = differences
            .Select(difference => difference.Value)
            .OfType<double>()
            .PopulationStandardDeviation();
        var size = Math.Abs(interval.Point.Value!.Value);
        return size == 0 ? Estimate.Of(1)
            : deviation == 0 ? Estimate.Undefined("the resampled differences are all equal")
            : Estimate.Of(Math.Min(1, 2 * Normal.CDF(0, 1, -size / deviation)));
    }

    private static Estimate Subtract(Estimate first, Estimate second) =>
        first.Reason is not null ? first
        : second.Reason is not null ? second
        : Estimate.Of(first.Value!.Value - second.Value!.Value);
}
