using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>What an ONNX file says, without the numbers of its tensors.</summary>
/// <param name="Opset">Version of ONNX's operations.</param>
/// <param name="Nodes">The nodes in the order of the file.</param>
/// <param name="Initializers">The tensors.</param>
/// <param name="Inputs">What the graph declares as inputs.</param>
/// <param name="Outputs">What it declares as outputs.</param>
/// <param name="Metadata">Texts of its maker by key.</param>
internal sealed record OnnxModel(
    long Opset,
    ImmutableArray<OnnxNode> Nodes,
    ImmutableArray<OnnxTensor> Initializers,
    ImmutableArray<OnnxValueInfo> Inputs,
    ImmutableArray<OnnxValueInfo> Outputs,
    ImmutableDictionary<string, string> Metadata
);
