namespace ZcBench.Statistics;

/// <summary>A proxy's rank correlation among cells with equally many convolutions.</summary>
/// <param name="Convolutions">How many.</param>
/// <param name="Count">Number of architectures.</param>
/// <param name="Rho">Spearman's ρ among them.</param>
/// <param name="AccuraciesDiffer">Whether there is anything to rank.</param>
public sealed record ConvolutionGroup(int Convolutions, int Count, Estimate Rho, bool AccuraciesDiffer);
