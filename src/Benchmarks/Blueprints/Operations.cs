namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// What a step of a <see cref="Blueprint"/> computes. A closed set: the records of this file.
/// </summary>
public interface IOperation { }

/// <summary>The network's input image.</summary>
public sealed record Input : IOperation;

/// <summary>A constant zero: the sum of no edges.</summary>
public sealed record Zero : IOperation;

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

/// <summary>Batch normalisation with scale 1 and shift 0 at initialisation.</summary>
/// <param name="Path">Name of its parameters.</param>
/// <param name="Channels">Channels of its input.</param>
public sealed record BatchNorm(string Path, int Channels) : IOperation;

/// <summary>
/// max(x, 0). Several ReLU modules of the published network that read one and the same value are one step
/// here.
/// </summary>
/// <param name="Modules">How many ReLU modules of the published network this step stands for.</param>
/// <param name="Readings">
/// How often the reference code of WOT reads the value: it hooks every module whose type name contains
/// "ReLU", so the published ReLUConvBN is read beside the ReLU inside it.
/// </param>
public sealed record Relu(int Modules, int Readings) : IOperation;

/// <summary>Average pooling that leaves padding out of the average.</summary>
/// <param name="Kernel">Window in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Padding on each side in pixels.</param>
public sealed record AveragePool(int Kernel, int Stride, int Padding) : IOperation;

/// <summary>The largest of each window; padding is never the largest.</summary>
/// <param name="Kernel">Window in pixels.</param>
/// <param name="Stride">Stride in pixels.</param>
/// <param name="Padding">Padding on each side in pixels.</param>
public sealed record MaxPool(int Kernel, int Stride, int Padding) : IOperation;

/// <summary>The first channels of its input, [C, H, W] → [Count, H, W].</summary>
/// <param name="Count">How many channels.</param>
public sealed record FirstChannels(int Count) : IOperation;

/// <summary>The channels of all inputs one after another, [C₁, H, W], [C₂, H, W] → [C₁ + C₂, H, W].</summary>
public sealed record Concatenation : IOperation;

/// <summary>Elementwise sum of all inputs, left to right.</summary>
public sealed record Sum : IOperation;

/// <summary>Mean over all pixels, [C, H, W] → [C, 1, 1].</summary>
public sealed record GlobalAveragePool : IOperation;

/// <summary>The classifier, with bias: W x + b.</summary>
/// <param name="Path">Prefix of its parameters ("…weight" [Out, In], "…bias" [Out]).</param>
/// <param name="In">Input features.</param>
/// <param name="Out">Output features.</param>
public sealed record Classifier(string Path, int In, int Out) : IOperation;
