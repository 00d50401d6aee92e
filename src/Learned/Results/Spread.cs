namespace ZcBench.Learned.Results;

/// <summary>Mean and deviation over repeats.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Deviation">With divisor n − 1; null for one value.</param>
public readonly record struct Spread(double Mean, double? Deviation)
{
    /// <summary>Of some values.</summary>
    public static Spread Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return new(
            mean,
            values.Count < 2
                ? null
                : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1))
        );
    }
}
