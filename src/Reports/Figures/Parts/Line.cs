namespace ZcBench.Reports.Figures.Parts;

/// <summary>A line through places in their order.</summary>
/// <param name="Places">Where it turns.</param>
/// <param name="Look">How it looks.</param>
/// <param name="IsStep">Whether it keeps its height until the next place.</param>
internal sealed record Line(IReadOnlyList<Place> Places, LineLook Look, bool IsStep = false) : IMark;
