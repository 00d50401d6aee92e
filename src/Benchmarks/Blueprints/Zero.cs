namespace ZcBench.Benchmarks.Blueprints;

/// <summary>A constant zero: the sum of no edges.</summary>
internal sealed record Zero : IOperation;
