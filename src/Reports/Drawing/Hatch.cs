namespace ZcBench.Reports.Drawing;

/// <summary>Slanting lines across a rectangle: what has no number.</summary>
internal static class Hatch
{
    /// <summary>Both ends of each line, from lower left to upper right, in pixels.</summary>
    /// <param name="frame">The rectangle.</param>
    /// <param name="step">Distance between lines along an edge in pixels.</param>
    public static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Of(
        Frame frame,
        double step
    )
    {
        for (var reach = step; reach < frame.Width + frame.Height - step / 2; reach += step)
        {
            var (low, high) = (Math.Max(0, reach - frame.Height), Math.Min(reach, frame.Width));
            yield return (
                (frame.Left + low, frame.Top + reach - low),
                (frame.Left + high, frame.Top + reach - high)
            );
        }
    }
}
