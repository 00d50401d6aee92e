namespace ZcBench.Search.Optimisation;

/// <summary>
/// Climbs a function inside the unit box without derivatives: looks one step along every axis, moves to the
/// best place, halves the step where none is better (Kolda, Lewis and Torczon, Optimization by direct search,
/// SIAM Review 2003).
/// </summary>
internal static class CompassSearch
{
    /// <summary>The place reached and its value.</summary>
    /// <param name="function">What is climbed; −∞ where it has no value.</param>
    /// <param name="start">Place in the unit box; left as it is.</param>
    /// <param name="step">First step.</param>
    /// <param name="least">Ends when the step is smaller.</param>
    public static (double[] Place, double Value) Climb(
        Func<double[], double> function,
        double[] start,
        double step,
        double least
    )
    {
        double[] place = [.. start];
        var value = function(place);
        while (step >= least)
        {
            var (axis, target) = (-1, 0.0);
            for (var i = 0; i < place.Length; i++)
            {
                var from = place[i];
                foreach (var to in (ReadOnlySpan<double>)[Math.Min(1, from + step), Math.Max(0, from - step)])
                {
                    place[i] = to;
                    if (to != from && function(place) is var seen && seen > value)
                    {
                        (axis, target, value) = (i, to, seen);
                    }
                }

                place[i] = from;
            }

            if (axis < 0)
            {
                step /= 2;
            }
            else
            {
                place[axis] = target;
            }
        }

        return (place, value);
    }
}
