using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>A proxy of networks after some training.</summary>
/// <param name="Column">Its scores.</param>
/// <param name="Steps">Steps of training; 0 for networks as drawn.</param>
/// <param name="Rho">Spearman's ρ with accuracy, undefined scores ranked worst.</param>
/// <param name="Tau">Kendall's τ-b, the same.</param>
/// <param name="Gained">Its ρ less that of the proxy's first state; null for the first.</param>
/// <param name="FirstState">
/// Spearman's ρ with the proxy's own first state, both turned so that high is good.
/// </param>
/// <param name="Size">Spearman's ρ with the number of parameters.</param>
/// <param name="BeyondSize">ρ with accuracy given size.</param>
public sealed record TrainingPoint(
    ScoreColumn Column,
    int Steps,
    Interval Rho,
    Interval Tau,
    PairedDifference? Gained,
    Estimate FirstState,
    Estimate Size,
    Estimate BeyondSize
)
{
    /// <summary>What one architecture costs, the training included.</summary>
    public double Seconds => (Column.MillisecondsPerArchitecture ?? 0) / 1000;
}
