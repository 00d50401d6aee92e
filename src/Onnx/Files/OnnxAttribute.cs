using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>An attribute of a node; of its values those of its type are there.</summary>
/// <param name="Float">A number.</param>
/// <param name="Int">A whole number.</param>
/// <param name="Text">A text.</param>
/// <param name="Tensor">A tensor.</param>
/// <param name="Floats">Numbers.</param>
/// <param name="Ints">Whole numbers.</param>
/// <param name="HasGraph">Whether it holds a graph of its own.</param>
internal sealed record OnnxAttribute(
    double? Float,
    long? Int,
    string? Text,
    OnnxTensor? Tensor,
    ImmutableArray<double> Floats,
    ImmutableArray<long> Ints,
    bool HasGraph
);
