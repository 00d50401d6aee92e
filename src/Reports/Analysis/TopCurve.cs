namespace ZcBench.Reports.Analysis;

/// <summary>What one ranking finds at every depth.</summary>
/// <param name="Ranking">Id of the proxy, or <see cref="TopCurves.RandomChoice"/>.</param>
/// <param name="Points">By increasing depth.</param>
public sealed record TopCurve(string Ranking, IReadOnlyList<TopPoint> Points);
