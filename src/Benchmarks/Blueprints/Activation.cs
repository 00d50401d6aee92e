namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// A function of each number that is no rectifier: it has no activation code, and proxies that read codes do
/// not count it.
/// </summary>
/// <param name="Kind">Which function.</param>
/// <param name="Alpha">Its first constant, if it has one.</param>
/// <param name="Beta">Its second constant, if it has one.</param>
internal sealed record Activation(ActivationKind Kind, double Alpha = 0, double Beta = 0) : IOperation;
