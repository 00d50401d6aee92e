using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>Where the numbers of a tensor are.</summary>
/// <param name="Offset">Place of the first byte in the file.</param>
/// <param name="Bytes">How many bytes; −1 for all that the shape asks for.</param>
/// <param name="Location">
/// Name of the file beside the model that holds them; null for the model itself.
/// </param>
/// <param name="Listed">Numbers that the model lists one by one; empty where they are bytes.</param>
internal sealed record TensorContent(
    long Offset,
    long Bytes,
    string? Location,
    ImmutableArray<double> Listed
);
