namespace ZcBench.Benchmarks.Blueprints;

/// <summary>What a file holds of a batch norm, [C] each, read when asked for.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Shift">The shift.</param>
/// <param name="Mean">The running mean.</param>
/// <param name="Variance">The running variance.</param>
public sealed record StoredNorm(
    Func<float[]> Scale,
    Func<float[]> Shift,
    Func<float[]> Mean,
    Func<float[]> Variance
);
