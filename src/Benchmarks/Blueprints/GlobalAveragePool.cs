namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Mean over all pixels, [C, H, W] → [C, 1, 1].</summary>
public sealed record GlobalAveragePool : IOperation;
