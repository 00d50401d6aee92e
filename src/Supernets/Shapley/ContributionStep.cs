namespace ZcBench.Supernets.Shapley;

/// <summary>
/// How contributions move the logits of Shapley-NAS (Xiao et al., CVPR 2022): φ̃ = (φ − mean)/deviation over
/// all players of a cell type (n − 1), s ← µs + (1 − µ)φ̃, α ← α + ηs.
/// </summary>
/// <param name="Momentum">µ.</param>
/// <param name="Rate">η.</param>
internal sealed record ContributionStep(double Momentum, double Rate)
{
    /// <summary>(φ − mean)/deviation; null where all are equal and there is nothing to tell.</summary>
    public static IReadOnlyList<double>? Standardised(IReadOnlyList<double> contributions)
    {
        var mean = contributions.Average();
        var squares = contributions.Sum(value => (value - mean) * (value - mean));
        var deviation = Math.Sqrt(squares / (contributions.Count - 1));
        return deviation > 0 ? [.. contributions.Select(value => (value - mean) / deviation)] : null;
    }

    /// <summary>Moves the logits of one cell type.</summary>
    /// <param name="contributions">φ by player.</param>
    /// <param name="sum">s by player, changed in place.</param>
    /// <param name="alpha">α by player, changed in place.</param>
    /// <returns>False where contributions tell nothing; then nothing is changed.</returns>
    public bool Take(IReadOnlyList<double> contributions, double[] sum, double[] alpha)
    {
        if (Standardised(contributions) is not { } standardised)
        {
            return false;
        }

        for (var i = 0; i < alpha.Length; i++)
        {
            sum[i] = Momentum * sum[i] + (1 - Momentum) * standardised[i];
            alpha[i] += Rate * sum[i];
        }

        return true;
    }
}
