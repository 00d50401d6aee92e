namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Square convolution without bias.</summary>
/// <param name="Path">Name of its weight, [Out, In / Groups, Kernel, Kernel].</param>
/// <param name="In">Input channels.</param>
/// <param name="Out">Output channels.</param>
/// <param name="Kernel">Kernel size in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Zero padding on each side in pixels.</param>
/// <param name="Groups">
/// Into how many equal parts input and output channels are cut, each part of the output reading only its part
/// of the input; In = Out = Groups is a depthwise convolution.
/// </param>
/// <param name="Dilation">Distance of neighbouring weights of the kernel in pixels.</param>
public sealed record Convolution(
    string Path,
    int In,
    int Out,
    int Kernel,
    int Stride,
    int Padding,
    int Groups = 1,
    int Dilation = 1
) : IOperation
{
    /// <summary>Number of weights.</summary>
    public long Weights => (long)Out * FanIn;

    /// <summary>Input channels that one output channel reads: In / Groups.</summary>
    public int GroupIn => In / Groups;

    /// <summary>Inputs of one output unit: In / Groups · Kernel².</summary>
    public int FanIn => GroupIn * Kernel * Kernel;

    /// <summary>Pixels on a side that one output unit reaches: Dilation · (Kernel − 1) + 1.</summary>
    public int Reach => Dilation * (Kernel - 1) + 1;
}
