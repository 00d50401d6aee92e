namespace ZcBench.Reports.Figures.Parts;

/// <summary>Filled rectangles, such as the bars of a histogram.</summary>
/// <param name="Items">Where.</param>
/// <param name="Colour">Colour as #rrggbb.</param>
internal sealed record Boxes(IReadOnlyList<Box> Items, string Colour) : IMark;
