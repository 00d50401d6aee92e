namespace ZcBench.Search.Optimisation;

/// <summary>What a Gaussian process assumes before it sees anything.</summary>
/// <param name="LengthScale">ℓ: the distance over which values stay alike, in units of the box.</param>
/// <param name="SignalVariance">σ²: variance of the function.</param>
/// <param name="NoiseVariance">σₙ²: variance of an observation around the function.</param>
internal sealed record Hyperparameters(double LengthScale, double SignalVariance, double NoiseVariance);
