using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>How a text looks.</summary>
/// <param name="Size">Size in pixels.</param>
/// <param name="IsBold">Weight.</param>
/// <param name="Colour">Colour as #rrggbb.</param>
internal readonly record struct TextStyle(double Size, bool IsBold = false, string Colour = Theme.Ink);
