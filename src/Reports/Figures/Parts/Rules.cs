namespace ZcBench.Reports.Figures.Parts;

/// <summary>Straight lines from one place to another, such as intervals.</summary>
/// <param name="Ends">Both ends of each.</param>
/// <param name="Look">How they look.</param>
internal sealed record Rules(IReadOnlyList<(Place From, Place To)> Ends, LineLook Look) : IMark;
