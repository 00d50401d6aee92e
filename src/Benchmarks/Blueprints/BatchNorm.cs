namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// Batch normalisation (x − μ) / √(σ² + ε), with scale 1 and shift 0 at initialisation where it has them.
/// </summary>
/// <param name="Path">Name of its parameters and running statistics.</param>
/// <param name="Channels">Channels of its input.</param>
/// <param name="IsAffine">Whether it has a scale and a shift that are trained.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Momentum">Share of the newest batch in the running statistics.</param>
public sealed record BatchNorm(
    string Path,
    int Channels,
    bool IsAffine = true,
    double Epsilon = BatchNorm.UsualEpsilon,
    double Momentum = BatchNorm.UsualMomentum
) : IOperation
{
    /// <summary>PyTorch's default.</summary>
    public const double UsualEpsilon = 1e-5;

    /// <summary>PyTorch's default.</summary>
    public const double UsualMomentum = 0.1;
}
