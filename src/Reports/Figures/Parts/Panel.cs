namespace ZcBench.Reports.Figures.Parts;

/// <summary>
/// A rectangle with two axes and what is drawn in it. Lengths are pixels at the figure's natural size.
/// </summary>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="Marks">What is drawn, the lowest first.</param>
/// <param name="Width">Width between the axes.</param>
/// <param name="Height">
/// Height between the axes; where the vertical axis is of categories it grows with the font, not with the
/// width.
/// </param>
public sealed record Panel(PanelAxis X, PanelAxis Y, IReadOnlyList<IMark> Marks, double Width, double Height)
{
    /// <summary>Written above it; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Whether a line runs round it.</summary>
    public bool HasFrame { get; init; } = true;
}
