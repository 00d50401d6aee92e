namespace ZcBench.Reports.Figures.Parts;

/// <summary>Marks at the left edge of a panel, of what has no value on the horizontal axis.</summary>
/// <param name="Heights">Values on the vertical axis.</param>
/// <param name="Look">How they look.</param>
internal sealed record EdgeMarks(IReadOnlyList<double> Heights, PointLook Look) : IMark;
