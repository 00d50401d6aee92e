namespace ZcBench.Reports.Figures.Parts;

/// <summary>Points of one look.</summary>
/// <param name="Places">Where.</param>
/// <param name="Look">How they look.</param>
internal sealed record Points(IReadOnlyList<Place> Places, PointLook Look) : IMark;
