using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>Two proxies on the same architectures.</summary>
/// <param name="First">Id of the one of higher τ-b.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Tau">τ-b of the first less that of the second.</param>
/// <param name="Holm">Two-sided p-value after Holm's correction over all pairs.</param>
public sealed record Comparison(string First, string Second, Interval Tau, Estimate Holm);
