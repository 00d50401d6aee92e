using System.Collections.Immutable;

namespace ZcBench.Onnx.Files;

/// <summary>A node of a graph.</summary>
/// <param name="Index">Its place in the file.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="Operator">Its operation, "Conv".</param>
/// <param name="Domain">Who defines the operation; empty for ONNX.</param>
/// <param name="Inputs">Names of what it reads; empty for what is left out.</param>
/// <param name="Outputs">Names of what it yields.</param>
/// <param name="Attributes">Its attributes by name.</param>
/// <param name="Note">What its maker says of it.</param>
internal sealed record OnnxNode(
    int Index,
    string Name,
    string Operator,
    string Domain,
    ImmutableArray<string> Inputs,
    ImmutableArray<string> Outputs,
    ImmutableDictionary<string, OnnxAttribute> Attributes,
    string Note
)
{
    /// <summary>The node in a sentence: "node 'conv1' (Conv)".</summary>
    public string Words =>
        Name.Length > 0 ? $"node '{Name}' ({Operator})"
        : Outputs.Length > 0 ? $"the node that yields '{Outputs[0]}' ({Operator})"
        : $"node {Index} ({Operator})";

    /// <summary>A whole number among the attributes.</summary>
    public long Int(string name, long usual) => Attributes.GetValueOrDefault(name)?.Int ?? usual;

    /// <summary>A number among the attributes.</summary>
    public double Float(string name, double usual) => Attributes.GetValueOrDefault(name)?.Float ?? usual;

    /// <summary>A text among the attributes.</summary>
    public string Text(string name, string usual) => Attributes.GetValueOrDefault(name)?.Text ?? usual;

    /// <summary>Whole numbers among the attributes; null where there is no such attribute.</summary>
    public ImmutableArray<long>? Ints(string name) => Attributes.GetValueOrDefault(name)?.Ints;
}
