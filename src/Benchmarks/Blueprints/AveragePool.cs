namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Average pooling that leaves padding out of the average.</summary>
/// <param name="Kernel">Window in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Padding on each side in pixels.</param>
internal sealed record AveragePool(int Kernel, int Stride, int Padding) : IOperation
{
    /// <summary>More padding, where it is not the same on all sides.</summary>
    public Margins Extra { get; init; }

    /// <summary>Whether the padding counts as zeros in the average; the extra one never does.</summary>
    public bool CountsPadding { get; init; }
}
