using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>Heat maps of correlations: cells between two axes of names.</summary>
internal static class HeatMap
{
    /// <summary>The panel of a heat map.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="rows">Names from top to bottom.</param>
    /// <param name="columns">Names from left to right.</param>
    /// <param name="width">Width of a cell in pixels.</param>
    /// <param name="height">Height of a cell in pixels.</param>
    /// <param name="numberSize">Size of the numbers in the cells in pixels; 0 for none.</param>
    /// <param name="isUpright">Whether the columns' names run upwards below; else they stand above.</param>
    public static Panel PanelOf(
        IReadOnlyList<HeatCell> cells,
        HeatMapSide rows,
        HeatMapSide columns,
        double width,
        double height,
        double numberSize,
        bool isUpright
    ) =>
        new(
            new(columns.Title, new CategoryScale(columns.Names.Count), CategoryScale.Ticks(columns.Names))
            {
                HasGrid = false,
                HasTickMarks = false,
                IsUpright = isUpright,
                IsOnTop = !isUpright,
            },
            new(
                rows.Title,
                new CategoryScale(rows.Names.Count, IsFromTop: true),
                CategoryScale.Ticks(rows.Names)
            )
            {
                HasGrid = false,
                HasTickMarks = false,
            },
            [new HeatCells(cells, numberSize)],
            width * columns.Names.Count,
            height * rows.Names.Count
        );

    /// <summary>An entry for missing cells; none where all have a number.</summary>
    public static IReadOnlyList<LegendEntry> Legend(IEnumerable<HeatCell> cells, string reason) =>
        cells.Any(cell => cell.Value is null) ? [new($"missing: {reason}") { IsMissing = true }] : [];
}
