namespace ZcBench.Reports.Figures.Parts;

/// <summary>One line of a legend: what a point, a line or both stand for.</summary>
/// <param name="Text">What it means.</param>
public sealed record LegendEntry(string Text)
{
    /// <summary>The point it explains.</summary>
    public PointLook? Point { get; init; }

    /// <summary>The line it explains.</summary>
    public LineLook? Line { get; init; }

    /// <summary>Colour and opacity of the band it explains.</summary>
    public (string Colour, double Opacity)? Band { get; init; }

    /// <summary>Whether it explains the missing cells of a heat map.</summary>
    public bool IsMissing { get; init; }
}
