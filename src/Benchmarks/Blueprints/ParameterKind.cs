namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Which of a step's tensors of trainable numbers one is.</summary>
public enum ParameterKind
{
    /// <summary>What values are multiplied by: weights, or the scale of a batch norm.</summary>
    Weight,

    /// <summary>What is added to them: a bias, or the shift of a batch norm.</summary>
    Bias,
}
