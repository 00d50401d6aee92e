namespace ZcBench.Reports.Figures.Parts;

/// <summary>An axis of a panel.</summary>
/// <param name="Title">What is measured, with its unit; null for none.</param>
/// <param name="Scale">Where values lie.</param>
/// <param name="Ticks">
/// Marks with their texts; texts that would run into each other are left out when drawn.
/// </param>
public sealed record PanelAxis(string? Title, IScale Scale, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>Whether a line crosses the panel at every tick.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>Whether a short line stands at every tick.</summary>
    public bool HasTickMarks { get; init; } = true;

    /// <summary>Whether the texts of the ticks are written; false where the panel beside has them.</summary>
    public bool HasLabels { get; init; } = true;

    /// <summary>Whether the texts run upwards.</summary>
    public bool IsUpright { get; init; }

    /// <summary>Whether a horizontal axis stands above its panel.</summary>
    public bool IsOnTop { get; init; }

    /// <summary>An axis of which nothing is drawn.</summary>
    public static PanelAxis Hidden(IScale scale) =>
        new(null, scale, [])
        {
            HasGrid = false,
            HasTickMarks = false,
            HasLabels = false,
        };
}
