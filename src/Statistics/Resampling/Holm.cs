namespace ZcBench.Statistics.Resampling;

/// <summary>
/// Holm's correction of a family of p-values: bounds the probability of even one false rejection without
/// assuming anything about their dependence.
/// </summary>
/// <remarks>
/// Holm, A simple sequentially rejective multiple test procedure, Scand. J. Statistics 6, 1979.
/// </remarks>
public static class Holm
{
    /// <summary>
    /// The adjusted p-values in the order given: with p₍₁₎ ≤ ... ≤ p₍ₘ₎,
    /// p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) p₍ⱼ₎). Reject where p̃ ≤ α.
    /// </summary>
    /// <exception cref="ArgumentException">A p-value lies outside [0, 1].</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        foreach (var p in pValues)
        {
            if (p is not (>= 0 and <= 1))
            {
                throw new ArgumentException($"a p-value is {p}; it must lie in [0, 1]", nameof(pValues));
            }
        }

        var sorted = pValues.ToArray();
        var places = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, places);
        var adjusted = new double[sorted.Length];
        var highest = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            highest = Math.Max(highest, Math.Min(1, (sorted.Length - i) * sorted[i]));
            adjusted[places[i]] = highest;
        }

        return adjusted;
    }
}
