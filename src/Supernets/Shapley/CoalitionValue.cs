namespace ZcBench.Supernets.Shapley;

/// <summary>The value of a coalition.</summary>
/// <param name="isIn">For each player, whether it takes part.</param>
internal delegate double CoalitionValue(IReadOnlyList<bool> isIn);
