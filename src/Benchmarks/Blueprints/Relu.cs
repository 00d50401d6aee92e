namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// max(x, 0). Several ReLU modules of the published network that read one and the same value are one step
/// here.
/// </summary>
/// <param name="Modules">How many ReLU modules of the published network this step stands for.</param>
/// <param name="Readings">
/// How often the reference code of WOT reads the value: it hooks every module whose type name contains
/// "ReLU", so the published ReLUConvBN is read beside the ReLU inside it.
/// </param>
public sealed record Relu(int Modules, int Readings) : IOperation;
