namespace ZcBench.Reports.Drawing;

/// <summary>
/// How large a figure is drawn, in pixels of 1/96 inch; everything else follows from the two.
/// </summary>
/// <param name="Width">Width of the whole picture; null for the figure's natural width.</param>
/// <param name="FontSize">
/// Size of axis and legend texts; titles, points and lines keep their proportion to it.
/// </param>
public sealed record FigureSize(double? Width = null, double FontSize = FigureSize.NaturalFontSize)
{
    /// <summary>The size of text at which figures are laid out.</summary>
    public const double NaturalFontSize = 11;

    /// <summary>The natural size.</summary>
    public static FigureSize Natural { get; } = new();

    /// <summary>The size of text as a multiple of the natural one.</summary>
    internal double Scale => FontSize / NaturalFontSize;
}
