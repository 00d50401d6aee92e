namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Batch normalisation with scale 1 and shift 0 at initialisation.</summary>
/// <param name="Path">Name of its parameters.</param>
/// <param name="Channels">Channels of its input.</param>
public sealed record BatchNorm(string Path, int Channels) : IOperation;
