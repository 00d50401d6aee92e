using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>
/// A figure: what is drawn, as data, and what a reader must know of it. ZcBench.Reports.Drawing makes
/// pictures of it.
/// </summary>
/// <param name="Id">Name of its files, in snake_case.</param>
/// <param name="Title">One line.</param>
/// <param name="Caption">
/// What is shown, over which architectures (n, population), against which target, and what its marks are.
/// </param>
/// <param name="Rows">Rows of panels; those of one column stand under each other.</param>
/// <param name="Csv">The same data, one header line.</param>
public sealed record Figure(
    string Id,
    string Title,
    string Caption,
    IReadOnlyList<IReadOnlyList<Panel>> Rows,
    string Csv
)
{
    /// <summary>One line for each look of a mark.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>What colours mean; null where none is an amount.</summary>
    public ColourBar? Bar { get; init; }

    /// <summary>Distance between panels, in pixels at the natural size.</summary>
    public double Spacing { get; init; } = 18;

    /// <summary>Whether the page shows it; false where the page has something better.</summary>
    public bool IsOnPage { get; init; } = true;
}
