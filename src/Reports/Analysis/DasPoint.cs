using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>How well one balance of WOT's two atoms ranks.</summary>
/// <param name="Weight">w of das_w, 0 to 1.</param>
/// <param name="Rho">Spearman's ρ with accuracy, undefined scores ranked worst.</param>
/// <param name="Tau">Kendall's τ-b, the same.</param>
public sealed record DasPoint(double Weight, Interval Rho, Estimate Tau);
