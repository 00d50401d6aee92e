namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Elementwise sum of all inputs, left to right.</summary>
public sealed record Sum : IOperation;
