namespace ZcBench.Scores;

/// <summary>
/// Milliseconds that one architecture took, over the architectures of a run. The median and the quartiles
/// say what is usual; a mean does not where a machine was busy for a while.
/// </summary>
/// <param name="Median">Half of the architectures took less.</param>
/// <param name="Lower">A quarter took less.</param>
/// <param name="Upper">Three quarters took less.</param>
public sealed record Timing(double Median, double Lower, double Upper)
{
    /// <summary>
    /// Quantiles of measured times, interpolated between the two neighbours in order; zeros for none.
    /// </summary>
    public static Timing Of(IReadOnlyList<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(At(0.5), At(0.25), At(0.75));

        double At(double share)
        {
            if (sorted.Length == 0)
            {
                return 0;
            }

            var place = share * (sorted.Length - 1);
            var (low, high) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
            return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
        }
    }
}
