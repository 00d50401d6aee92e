namespace ZcBench.Supernets.Shapley;

/// <summary>
/// Players leaving one after another in the order of a permutation: what each leaves behind is its marginal
/// contribution. Truncated (Ghorbani and Zou, Data Shapley, ICML 2019): once the value is below a share of
/// that of all players, the others count 0.
/// </summary>
/// <param name="Marginals">By player.</param>
/// <param name="Removed">Players that left before the end.</param>
/// <param name="Full">The value of all players.</param>
internal sealed record Removal(IReadOnlyList<double> Marginals, int Removed, double Full)
{
    /// <summary>Plays one permutation.</summary>
    /// <param name="permutation">The players in the order in which they leave.</param>
    /// <param name="value">The game.</param>
    /// <param name="threshold">
    /// Share of the full value below which it stops, after the player that brought it there; null to go on.
    /// Sensible for positive values alone.
    /// </param>
    public static Removal Play(IReadOnlyList<int> permutation, CoalitionValue value, double? threshold)
    {
        var isIn = Enumerable.Repeat(true, permutation.Count).ToArray();
        var marginals = new double[permutation.Count];
        var full = value(isIn);
        var (before, removed) = (full, 0);
        foreach (var player in permutation)
        {
            isIn[player] = false;
            var after = value(isIn);
            marginals[player] = before - after;
            removed++;
            before = after;
            if (threshold is { } share && after < share * full)
            {
                break;
            }
        }

        return new(marginals, removed, full);
    }
}
