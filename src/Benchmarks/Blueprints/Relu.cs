namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// max(x, 0), or another rectifier: min(max(x, Slope · x), Ceiling). Several ReLU modules of the published
/// network that read one and the same value are one step here.
/// </summary>
/// <param name="Modules">How many ReLU modules of the published network this step stands for.</param>
/// <param name="Readings">
/// How often the reference code of WOT reads the value: it hooks every module whose type name contains
/// "ReLU", so the published ReLUConvBN is read beside the ReLU inside it, and LeakyReLU and ReLU6 as well.
/// </param>
public sealed record Relu(int Modules, int Readings) : IOperation
{
    /// <summary>Slope below 0, from 0 to below 1.</summary>
    public double Slope { get; init; }

    /// <summary>The largest value.</summary>
    public double Ceiling { get; init; } = double.PositiveInfinity;

    /// <summary>Whether it is max(x, 0).</summary>
    public bool IsPlain => Slope == 0 && double.IsPositiveInfinity(Ceiling);
}
