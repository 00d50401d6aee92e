namespace ZcBench.Reports.Figures.Parts;

/// <summary>A text at a place.</summary>
/// <param name="At">Where its anchor and the middle of its capitals stand.</param>
/// <param name="Text">One line.</param>
/// <param name="Anchor">Which part stands there: 0 the left end, 0.5 the middle, 1 the right end.</param>
/// <param name="IsBold">Whether it stands out.</param>
internal sealed record PlacedText(Place At, string Text, double Anchor, bool IsBold = false);
