using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>One column of a published file against the trained accuracies of a run.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Rho">Spearman's ρ over the architectures with a finite score in the file.</param>
/// <param name="Tau">Kendall's τ-b over the same.</param>
/// <param name="Gain">What it adds to the best counting baseline there; null where none was scored.</param>
/// <param name="Coverage">Over the architectures of the run that the file lists.</param>
/// <param name="TopDecileRho">ρ in the best tenth by accuracy.</param>
/// <param name="TauWithinSize">τ-b among equal sizes.</param>
/// <param name="PartialRho">ρ given size.</param>
/// <param name="MeanSeconds">Seconds an architecture that the file states; null where it states none.</param>
public sealed record PublishedProxy(
    string Id,
    Interval Rho,
    Interval Tau,
    Gain? Gain,
    Coverage Coverage,
    Estimate TopDecileRho,
    Estimate TauWithinSize,
    Estimate PartialRho,
    double? MeanSeconds
);
