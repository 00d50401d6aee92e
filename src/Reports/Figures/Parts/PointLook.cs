namespace ZcBench.Reports.Figures.Parts;

/// <summary>How points look.</summary>
/// <param name="Shape">Shape.</param>
/// <param name="Colour">Colour as #rrggbb.</param>
/// <param name="Size">Width in pixels at the figure's natural size.</param>
/// <param name="Opacity">1 hides what is beneath.</param>
public sealed record PointLook(PointShape Shape, string Colour, double Size = 7.5, double Opacity = 1);
