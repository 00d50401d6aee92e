namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Convolution, square and without bias unless said otherwise.</summary>
/// <param name="Path">Name of its weight, [Out, In / Groups, Kernel, KernelWidth].</param>
/// <param name="In">Input channels.</param>
/// <param name="Out">Output channels.</param>
/// <param name="Kernel">Height of the kernel in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Zero padding on each side in pixels.</param>
/// <param name="Groups">
/// Into how many equal parts input and output channels are cut, each part of the output reading only its part
/// of the input; In = Out = Groups is a depthwise convolution.
/// </param>
/// <param name="Dilation">Distance of neighbouring weights of the kernel in pixels.</param>
internal sealed record Convolution(
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
    /// <summary>Width of the kernel in pixels.</summary>
    public int KernelWidth { get; init; } = Kernel;

    /// <summary>Name of its bias, [Out]; null where it has none.</summary>
    public string? Bias { get; init; }

    /// <summary>Number of weights without the bias.</summary>
    public long Weights => (long)Out * FanIn;

    /// <summary>Input channels that one output channel reads: In / Groups.</summary>
    public int GroupIn => In / Groups;

    /// <summary>Inputs of one output unit: In / Groups · Kernel · KernelWidth.</summary>
    public int FanIn => GroupIn * Kernel * KernelWidth;

    /// <summary>Rows that one output unit reaches: Dilation · (Kernel − 1) + 1.</summary>
    public int Reach => Dilation * (Kernel - 1) + 1;

    /// <summary>Columns that one output unit reaches.</summary>
    public int ReachWidth => Dilation * (KernelWidth - 1) + 1;
}
