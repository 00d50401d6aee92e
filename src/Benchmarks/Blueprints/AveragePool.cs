namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Average pooling that leaves padding out of the average.</summary>
/// <param name="Kernel">Window in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Padding on each side in pixels.</param>
public sealed record AveragePool(int Kernel, int Stride, int Padding) : IOperation;
