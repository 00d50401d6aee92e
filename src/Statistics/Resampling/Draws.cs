namespace ZcBench.Statistics.Resampling;

/// <summary>How often items were drawn.</summary>
internal static class Draws
{
    /// <summary>How often some items were drawn together, in each lane.</summary>
    public static Lanes Of(ReadOnlySpan<int> items, ReadOnlySpan<Lanes> draws)
    {
        var sum = Lanes.Zero;
        foreach (var item in items)
        {
            sum += draws[item];
        }

        return sum;
    }
}
