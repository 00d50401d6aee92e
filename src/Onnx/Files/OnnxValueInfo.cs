using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>An input or output that a graph declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of its numbers.</param>
/// <param name="Dims">Its shape, −1 for what is left open; null where no shape is stated.</param>
internal sealed record OnnxValueInfo(string Name, ElementType Type, ImmutableArray<long>? Dims);
