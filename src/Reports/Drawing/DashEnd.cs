using ScottPlot;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Draws nothing. All marks of a plot share a paint that keeps the dashes of the last line, of which Skia
/// complains on standard error when
/// an ellipse or a rectangle comes next; this takes them off.
/// </summary>
internal sealed class DashEnd : IPlottable
{
    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<ScottPlot.LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp) => rp.Paint.SKPathEffect = null!;
}
