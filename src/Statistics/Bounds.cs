namespace ZcBench.Statistics;

/// <summary>A closed range of values; an infinite end means that there is none.</summary>
/// <param name="Lowest">No value lies below.</param>
/// <param name="Highest">No value lies above.</param>
public sealed record Bounds(double Lowest, double Highest)
{
    /// <summary>[−1, 1], the range of every rank correlation.</summary>
    public static Bounds Correlation { get; } = new(-1, 1);

    /// <summary>[0, 1].</summary>
    public static Bounds Share { get; } = new(0, 1);

    /// <summary>[0, 100] percent or percentage points.</summary>
    public static Bounds Percent { get; } = new(0, 100);

    /// <summary>Whether a value lies in the range.</summary>
    public bool Contains(double value) => value >= Lowest && value <= Highest;
}
