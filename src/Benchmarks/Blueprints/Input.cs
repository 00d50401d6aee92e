namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The network's input image.</summary>
public sealed record Input : IOperation;
