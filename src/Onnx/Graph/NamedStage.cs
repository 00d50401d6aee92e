namespace ZcBench.Onnx.Graph;

/// <summary>A stage of a network that this program wrote.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Name of the graph's value that is its output.</param>
/// <param name="Last">Name of the last value that belongs to it.</param>
internal sealed record NamedStage(string Name, string Value, string Last);
