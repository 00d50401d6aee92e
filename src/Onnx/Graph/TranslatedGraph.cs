using ZcBench.Benchmarks.Blueprints;
using ZcBench.Onnx.Constants;

namespace ZcBench.Onnx.Graph;

/// <summary>What a graph became.</summary>
/// <param name="Network">The network.</param>
/// <param name="Numbers">Constants of the file that are weights, biases and the like, by path.</param>
/// <param name="Norms">Constants of the file that belong to batch norms, by path.</param>
internal sealed record TranslatedGraph(
    Blueprint Network,
    IReadOnlyDictionary<string, Constant> Numbers,
    IReadOnlyDictionary<string, NormConstants> Norms
);
