namespace ZcBench.Proxies.Catalogue;

/// <summary>The entropy of the deciles of a spectrum, as VKDNW takes it.</summary>
internal static class DecileEntropy
{
    public const string Noise = "all deciles of the Fisher matrix's spectrum are rounding noise";

    private const double Floor = 1e-10;

    // Of the largest value; what is below is noise of the eigenvalue problem.
    private const double NoiseLevel = 1e-13;

    /// <summary>
    /// −Σ p log(p + 10⁻¹⁰), p_k = d_k / (Σ d + 10⁻¹⁰), d_k the deciles; null when none of them is above
    /// noise.
    /// </summary>
    /// <param name="ascending">The spectrum.</param>
    public static double? Of(IReadOnlyList<double> ascending)
    {
        var deciles = Deciles(ascending);
        if (!(deciles[^1] > NoiseLevel * ascending[^1]))
        {
            return null;
        }

        var sum = deciles.Sum() + Floor;
        return -deciles.Sum(decile => decile / sum * Math.Log(decile / sum + Floor));
    }

    /// <summary>The deciles .1 to .9, at the positions t (m − 1) of m values, linearly between two.</summary>
    public static double[] Deciles(IReadOnlyList<double> ascending) =>
        [
            .. Enumerable
                .Range(1, 9)
                .Select(k =>
                {
                    var place = k * (ascending.Count - 1);
                    var (low, part) = (place / 10, place % 10 / 10.0);
                    var high = Math.Min(low + 1, ascending.Count - 1);
                    return ascending[low] + part * (ascending[high] - ascending[low]);
                }),
        ];
}
