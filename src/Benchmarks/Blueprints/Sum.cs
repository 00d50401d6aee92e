namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Elementwise sum of all inputs, left to right.</summary>
internal sealed record Sum : IOperation;
