using ScottPlot;
using ScottPlot.TickGenerators;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// A panel as a plot: grid, marks and frame, without texts. Both of the plot's axes run from 0 to 1, the
/// positions of the panel's scales.
/// </summary>
internal static class PanelPlot
{
    /// <summary>The plot of a panel.</summary>
    /// <param name="panel">What is drawn.</param>
    /// <param name="frame">The rectangle between its axes in pixels.</param>
    /// <param name="scale">Size of points and lines as a multiple of the natural one.</param>
    public static Plot Of(Panel panel, Frame frame, double scale)
    {
        var plot = new Plot();
        plot.Layout.Fixed(Rectangle(frame));
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = ScottPlot.Colors.Transparent;
        plot.DataBackground.Color = ScottPlot.Colors.Transparent;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.IsVisible = false;
        }

        plot.Axes.Left.TickGenerator = Ticks(panel.Y);
        plot.Axes.Bottom.TickGenerator = Ticks(panel.X);
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Grid.XAxisStyle.IsVisible = panel.X.HasGrid;
        plot.Grid.YAxisStyle.IsVisible = panel.Y.HasGrid;
        plot.Grid.MajorLineColor = Color.FromHex(Theme.Grid);
        plot.Grid.MajorLineWidth = (float)scale;
        plot.DataBorder = panel.HasFrame ? new((float)scale, Color.FromHex(Theme.Frame)) : LineStyle.None;
        new MarkPlotter(plot, panel, frame, scale).AddAll();
        return plot;
    }

    /// <summary>A rectangle in ScottPlot's terms.</summary>
    public static PixelRect Rectangle(Frame frame) =>
        new((float)frame.Left, (float)frame.Right, (float)frame.Bottom, (float)frame.Top);

    private static NumericManual Ticks(PanelAxis axis) =>
        new([
            .. axis
                .Ticks.Select(tick => axis.Scale.Position(tick.At))
                .Where(position => position is > 0.001 and < 0.999)
                .Select(position => new Tick(position, "", isMajor: true)),
        ]);
}
