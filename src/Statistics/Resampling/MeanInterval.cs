namespace ZcBench.Statistics.Resampling;

/// <summary>
/// The mean x̄ = Σ xᵢ / n of independent values with its bootstrap percentile interval: n of them are drawn
/// with replacement, and their mean is taken, as often as the bootstrap says.
/// </summary>
/// <remarks>Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1979.</remarks>
public static class MeanInterval
{
    /// <summary>The mean and its interval; undefined for fewer than two values.</summary>
    /// <param name="values">One for each repeat.</param>
    /// <param name="bootstrap">Resamples, level and seed; equal ones draw the same repeats for all.</param>
    public static Interval Of(IReadOnlyList<double> values, Bootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(bootstrap);
        if (values.Count < 2)
        {
            var none = Estimate.Undefined($"an interval takes two repeats (got {values.Count})");
            var mean =
                values.Count == 0 ? Estimate.Undefined("there are no repeats") : Estimate.Of(values[0]);
            return new(mean, none, none, bootstrap.Level, 0);
        }

        var means = new Estimate[bootstrap.Resamples];
        Parallel.For(
            0,
            means.Length,
            resample =>
            {
                var (stream, sum) = (new DrawStream(bootstrap.Seed, resample), 0.0);
                for (var draw = 0; draw < values.Count; draw++)
                {
                    sum += values[stream.Below(draw, values.Count)];
                }

                means[resample] = Estimate.Of(sum / values.Count);
            }
        );
        return Percentiles.Interval(Estimate.Of(values.Average()), means, bootstrap.Level);
    }
}
