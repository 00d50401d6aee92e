namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Square convolution without bias.</summary>
/// <param name="Path">Name of its weight, [Out, In, Kernel, Kernel].</param>
/// <param name="In">Input channels.</param>
/// <param name="Out">Output channels.</param>
/// <param name="Kernel">Kernel size in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Zero padding on each side in pixels.</param>
public sealed record Convolution(string Path, int In, int Out, int Kernel, int Stride, int Padding)
    : IOperation
{
    /// <summary>Number of weights.</summary>
    public long Weights => (long)Out * FanIn;

    /// <summary>Inputs of one output unit: In · Kernel².</summary>
    public int FanIn => In * Kernel * Kernel;
}
