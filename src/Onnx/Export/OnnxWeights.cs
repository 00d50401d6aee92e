namespace ZcBench.Onnx.Export;

/// <summary>Where the weights of an exported network come from.</summary>
/// <param name="Weights">Weights of a layer by path, count and inputs of one output unit.</param>
/// <param name="Biases">Biases of a layer, likewise.</param>
public sealed record OnnxWeights(
    Func<string, long, int, float[]> Weights,
    Func<string, long, int, float[]> Biases
);
