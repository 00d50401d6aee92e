namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Factor · x + Offset, both constants that are not trained.</summary>
/// <param name="Factor">What each number is multiplied by.</param>
/// <param name="Offset">What is added then.</param>
internal sealed record Rescale(double Factor, double Offset) : IOperation;
