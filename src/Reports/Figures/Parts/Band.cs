namespace ZcBench.Reports.Figures.Parts;

/// <summary>The area between two lines.</summary>
/// <param name="Edges">From left to right.</param>
/// <param name="Colour">Colour as #rrggbb.</param>
/// <param name="Opacity">1 hides what is beneath.</param>
/// <param name="IsStep">Whether both lines keep their height until the next place.</param>
internal sealed record Band(IReadOnlyList<BandEdge> Edges, string Colour, double Opacity, bool IsStep = false)
    : IMark;
