using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>Two proxies on the same architectures.</summary>
/// <param name="First">Id of the one of higher τ-b.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Tau">τ-b of the first less that of the second.</param>
/// <param name="Holm">Two-sided p-value after Holm's correction over all pairs.</param>
public sealed record Comparison(string First, string Second, Interval Tau, Estimate Holm)
{
    /// <summary>A difference in τ-b below which two proxies are equal for practical purposes.</summary>
    public const double Margin = 0.02;

    /// <summary>
    /// Whether they are equal for practical purposes: the whole interval of the difference lies within
    /// ±<see cref="Margin"/> (a test of equivalence; a p-value above .05 alone says nothing of the kind).
    /// </summary>
    public bool IsEqual => Tau.Low.Value >= -Margin && Tau.High.Value <= Margin;
}
