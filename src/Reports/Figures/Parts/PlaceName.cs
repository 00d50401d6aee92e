namespace ZcBench.Reports.Figures.Parts;

/// <summary>A name that belongs to a point.</summary>
/// <param name="At">The point.</param>
/// <param name="Text">The name.</param>
/// <param name="IsBold">Whether it stands out.</param>
internal sealed record PlaceName(Place At, string Text, bool IsBold);
