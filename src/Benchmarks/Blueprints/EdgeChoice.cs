namespace ZcBench.Benchmarks.Blueprints;

/// <summary>One operation on one edge of a weight-sharing network.</summary>
/// <param name="Edge">Row of θ.</param>
/// <param name="Operation">Column of θ.</param>
public readonly record struct EdgeChoice(int Edge, int Operation);
