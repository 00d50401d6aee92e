namespace ZcBench.Benchmarks.Blueprints;

/// <summary>A constant zero: the sum of no edges.</summary>
public sealed record Zero : IOperation;
