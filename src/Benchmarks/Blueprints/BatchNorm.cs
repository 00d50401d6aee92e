namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Batch normalisation, with scale 1 and shift 0 at initialisation where it has them.</summary>
/// <param name="Path">Name of its parameters and running statistics.</param>
/// <param name="Channels">Channels of its input.</param>
/// <param name="IsAffine">Whether it has a scale and a shift that are trained.</param>
public sealed record BatchNorm(string Path, int Channels, bool IsAffine = true) : IOperation;
