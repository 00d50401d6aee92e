namespace ZcBench.Benchmarks.Blueprints;

/// <summary>A tensor of trainable numbers, as a framework lists them.</summary>
/// <param name="Step">Index of the step that it belongs to.</param>
/// <param name="Kind">Which of the step's.</param>
public readonly record struct ParameterTensor(int Step, ParameterKind Kind);
