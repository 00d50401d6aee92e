using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Combinations;

/// <summary>A choice on one task.</summary>
/// <param name="Name">Space and dataset.</param>
/// <param name="Count">Number of architectures.</param>
/// <param name="Rho">Spearman's ρ.</param>
/// <param name="Tau">Kendall's τ-b with its resamples.</param>
/// <param name="Rivals">τ-b of each score to compare with, on the same resamples.</param>
public sealed record JudgedTask(
    string Name,
    int Count,
    double Rho,
    ResampledStatistic Tau,
    IReadOnlyDictionary<string, ResampledStatistic> Rivals
);
