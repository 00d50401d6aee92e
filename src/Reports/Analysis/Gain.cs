using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>What a proxy adds to the best counting baseline on the same architectures.</summary>
/// <param name="Baseline">Id of the baseline with the highest ρ.</param>
/// <param name="Rho">The proxy's ρ less the baseline's, with its paired interval.</param>
/// <param name="Tau">The same of τ-b.</param>
/// <param name="HolmTau">
/// Two-sided p-value of the difference in τ-b after Holm's correction over all proxies.
/// </param>
public sealed record Gain(string Baseline, PairedDifference Rho, PairedDifference Tau, Estimate HolmTau);
