namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The largest of each window; padding is never the largest.</summary>
/// <param name="Kernel">Window in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Padding on each side in pixels.</param>
internal sealed record MaxPool(int Kernel, int Stride, int Padding) : IOperation
{
    /// <summary>More padding, where it is not the same on all sides.</summary>
    public Margins Extra { get; init; }
}
