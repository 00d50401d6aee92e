using ScottPlot;
using SkiaSharp;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>Draws a legend: the looks of the marks with what they mean, and the colour bar.</summary>
/// <param name="canvas">Where it is drawn.</param>
/// <param name="paint">What it is drawn with.</param>
/// <param name="scale">Size of text as a multiple of the natural one.</param>
internal sealed class LegendPen(SKCanvas canvas, Paint paint, double scale)
{
    private const int Steps = 60;
    private const double Box = 11;

    /// <summary>Draws all of it.</summary>
    public void Draw(Figure figure, LegendLayout layout)
    {
        if (figure.Bar is { } bar && layout.Bar is { } frame)
        {
            Draw(bar, frame);
        }

        foreach (var item in layout.Items)
        {
            Draw(item);
        }
    }

    private void Draw(LegendItem item)
    {
        var (entry, width) = (item.Entry, LegendLayout.SymbolWidth(item.Entry, scale));
        var (x, y) = (item.Left, item.Middle);
        if (entry.Band is var (colour, opacity))
        {
            Fill(new(x, y - (Box / 2 * scale), width, Box * scale), Color.FromHex(colour).WithAlpha(opacity));
        }

        if (entry.IsMissing)
        {
            DrawMissing(
                new(x + ((width - (Box * scale)) / 2), y - (Box / 2 * scale), Box * scale, Box * scale)
            );
        }

        if (entry.Line is { } line)
        {
            ScottPlot.Drawing.DrawPath(canvas, paint, [At(x, y), At(x + width, y)], Looks.Line(line, scale));
            paint.SKPathEffect = null!;
        }

        if (entry.Point is { } point)
        {
            ScottPlot.Drawing.DrawMarker(
                canvas,
                paint,
                At(x + (width / 2), y),
                Looks.Marker(point, Color.FromHex(point.Colour), scale)
            );
        }

        TextPen.Write(canvas, entry.Text, x + width + (LegendLayout.Gap * scale), y, 0, AxisRoom.Text(scale));
    }

    private void DrawMissing(Frame box)
    {
        foreach (var (from, to) in Hatch.Of(box, 4 * scale))
        {
            ScottPlot.Drawing.DrawPath(
                canvas,
                paint,
                [At(from.X, from.Y), At(to.X, to.Y)],
                Looks.Line(Looks.MissingHatch, scale)
            );
        }

        ScottPlot.Drawing.DrawRectangle(
            canvas,
            PanelPlot.Rectangle(box),
            paint,
            Looks.Line(Looks.MissingFrame, scale)
        );
    }

    private void Draw(ColourBar bar, Frame frame)
    {
        var style = AxisRoom.Text(scale);
        TextPen.Write(canvas, bar.Title, frame.Left - (LegendLayout.BarGap * scale), frame.Middle, 1, style);
        var (low, high) = Colours.Range(bar.Map);
        var step = frame.Width / Steps;
        for (var i = 0; i < Steps; i++)
        {
            // Each reaches under the next, so that no light shows between them.
            var width = i < Steps - 1 ? step * 1.5 : step;
            Fill(
                new(frame.Left + (i * step), frame.Top, width, frame.Height),
                Colours.Of(bar.Map, low + ((high - low) * (i + 0.5) / Steps))
            );
        }

        foreach (var tick in bar.Ticks)
        {
            TextPen.Write(
                canvas,
                tick.Text,
                frame.Left + ((tick.At - low) / (high - low) * frame.Width),
                frame.Bottom + (LegendLayout.BarGap * scale) + (2 * scale),
                0.5,
                style
            );
        }
    }

    private void Fill(Frame frame, Color colour) =>
        ScottPlot.Drawing.FillRectangle(
            canvas,
            PanelPlot.Rectangle(frame),
            paint,
            new FillStyle { Color = colour, IsVisible = true }
        );

    private static Pixel At(double x, double y) => new((float)x, (float)y);
}
