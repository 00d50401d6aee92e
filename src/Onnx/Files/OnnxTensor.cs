using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>A tensor of a model: its shape, and where its numbers are.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dims">Its shape.</param>
/// <param name="Type">Type of its numbers.</param>
/// <param name="Content">Where its numbers are.</param>
internal sealed record OnnxTensor(
    string Name,
    ImmutableArray<long> Dims,
    ElementType Type,
    TensorContent Content
)
{
    /// <summary>How many numbers it has.</summary>
    public long Count => Dims.Aggregate(1L, (a, b) => a * b);
}
