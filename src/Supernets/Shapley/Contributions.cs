namespace ZcBench.Supernets.Shapley;

/// <summary>
/// Estimates of Shapley values from permutations: φᵢ = E over orders of the marginal contribution of i.
/// </summary>
/// <param name="Mean">Mean marginal of each player: unbiased.</param>
/// <param name="Deviation">
/// Its standard deviation over permutations (n), the zeros of truncated ones included.
/// </param>
internal sealed record Contributions(IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)
{
    /// <summary>Mean less deviation: what the code of Shapley-NAS takes.</summary>
    public IReadOnlyList<double> Pessimistic => [.. Mean.Zip(Deviation, (mean, spread) => mean - spread)];

    /// <summary>Of some permutations.</summary>
    public static Contributions Of(IReadOnlyList<Removal> removals)
    {
        var players = removals[0].Marginals.Count;
        var mean = Enumerable
            .Range(0, players)
            .Select(player => removals.Average(removal => removal.Marginals[player]))
            .ToArray();
        return new(
            mean,
            [
                .. mean.Select(
                    (center, player) =>
                        Math.Sqrt(removals.Average(removal => Square(removal.Marginals[player] - center)))
                ),
            ]
        );
    }

    private static double Square(double value) => value * value;
}
