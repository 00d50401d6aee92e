namespace ZcBench.Reports.Figures.Parts;

/// <summary>How lines look.</summary>
/// <param name="Colour">Colour as #rrggbb.</param>
/// <param name="Width">Width in pixels at the figure's natural size.</param>
public sealed record LineLook(string Colour, double Width = 1.5)
{
    /// <summary>
    /// Lengths of dashes and gaps in turn, in pixels at the figure's natural size; empty for a solid line.
    /// </summary>
    public IReadOnlyList<double> Dash { get; init; } = [];
}
