namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The numbers that a file holds for a network, read when asked for.</summary>
/// <param name="Layers">
/// Weights and biases of layers and what multiplies channels or is added to them, by path, in the order of
/// the blueprint's shapes.
/// </param>
/// <param name="Norms">Those of batch norms by path.</param>
public sealed record StoredNumbers(
    IReadOnlyDictionary<string, Func<float[]>> Layers,
    IReadOnlyDictionary<string, StoredNorm> Norms
);
