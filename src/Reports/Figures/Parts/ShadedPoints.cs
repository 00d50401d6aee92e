namespace ZcBench.Reports.Figures.Parts;

/// <summary>Points whose colours are amounts, drawn in their order.</summary>
/// <param name="Places">Where.</param>
/// <param name="Amounts">
/// From 0 to 1, one for each place; their colours are those of <see cref="ColourMap.Amounts"/>.
/// </param>
/// <param name="Look">Shape, size and opacity.</param>
internal sealed record ShadedPoints(
    IReadOnlyList<Place> Places,
    IReadOnlyList<double> Amounts,
    PointLook Look
) : IMark;
