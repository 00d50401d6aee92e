namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The classifier, with bias: W x + b.</summary>
/// <param name="Path">Prefix of its parameters ("…weight" [Out, In], "…bias" [Out]).</param>
/// <param name="In">Input features.</param>
/// <param name="Out">Output features.</param>
public sealed record Classifier(string Path, int In, int Out) : IOperation;
