namespace ZcBench.Search.Optimisation;

/// <summary>
/// The Matérn covariance with smoothness 5/2 of two points at distance r: σ² (1 + √5 r/ℓ + 5r²/(3ℓ²)) exp(−√5
/// r/ℓ) (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, eq. 4.17).
/// </summary>
internal static class Matern52
{
    private static readonly double Root5 = Math.Sqrt(5);

    /// <summary>The covariance.</summary>
    public static double Of(double[] a, double[] b, Hyperparameters assumed) =>
        assumed.SignalVariance * Correlation(Distance(a, b) / assumed.LengthScale);

    /// <summary>The same with σ² = 1 and r in units of ℓ.</summary>
    public static double Correlation(double r) => (1 + Root5 * r + 5 * r * r / 3) * Math.Exp(-Root5 * r);

    /// <summary>Euclid's.</summary>
    public static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return Math.Sqrt(sum);
    }
}
