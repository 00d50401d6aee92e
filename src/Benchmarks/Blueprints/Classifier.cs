namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The classifier: W x + b.</summary>
/// <param name="Path">Name of the layer.</param>
/// <param name="In">Input features.</param>
/// <param name="Out">Output features.</param>
public sealed record Classifier(string Path, int In, int Out) : IOperation
{
    /// <summary>Name of its weight, [Out, In].</summary>
    public string Weight { get; init; } = $"{Path}.weight";

    /// <summary>Name of its bias, [Out]; null where it has none.</summary>
    public string? Bias { get; init; } = $"{Path}.bias";

    /// <summary>Number of weights, biases included.</summary>
    public long Parameters => (In + (Bias is null ? 0L : 1)) * Out;
}
