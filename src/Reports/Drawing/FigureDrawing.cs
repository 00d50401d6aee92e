using ScottPlot;
using SkiaSharp;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Makes pictures of figures. The same figure and size give the same bytes on every machine that has the same
/// SkiaSharp.
/// </summary>
public static class FigureDrawing
{
    private const float PixelRatio = 2;

    /// <summary>A PNG with two pixels for each of the size's, on white.</summary>
    public static byte[] Png(Figure figure, FigureSize? size = null)
    {
        var layout = FigureLayout.Of(figure, size ?? FigureSize.Natural, hasTitle: true);
        var info = new SKImageInfo((int)(layout.Width * PixelRatio), (int)(layout.Height * PixelRatio));
        using var surface = SKSurface.Create(info);
        surface.Canvas.Scale(PixelRatio);
        Draw(figure, layout, surface.Canvas, hasTitle: true);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>A stand-alone SVG with its font in it; texts are texts.</summary>
    public static string Svg(Figure figure, FigureSize? size = null) =>
        SvgText.StandAlone(Raw(figure, size ?? FigureSize.Natural, hasTitle: true), figure);

    /// <summary>
    /// An SVG element for an HTML page that has <see cref="FigureFonts.StyleSheet"/> and writes title and
    /// caption itself; ink, paper and lines
    /// are the page's CSS variables.
    /// </summary>
    internal static string PageSvg(Figure figure) =>
        SvgText.ForPage(Raw(figure, FigureSize.Natural, hasTitle: false), figure);

    private static string Raw(Figure figure, FigureSize size, bool hasTitle)
    {
        var layout = FigureLayout.Of(figure, size, hasTitle);
        using var text = new MemoryStream();
        using (
            var canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)layout.Width, (float)layout.Height), text)
        )
        {
            Draw(figure, layout, canvas, hasTitle);
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static void Draw(Figure figure, FigureLayout layout, SKCanvas canvas, bool hasTitle)
    {
        using var paint = Paint.NewDisposablePaint();
        using var paper = new SKPaint { Color = SKColor.Parse(Theme.Paper) };
        canvas.DrawRect(0, 0, (float)layout.Width, (float)layout.Height, paper);
        foreach (var (panel, frame) in layout.Panels)
        {
            using var plot = PanelPlot.Of(panel, frame, layout.Scale);
            var picture = new PixelRect(0, (float)layout.Width, (float)layout.Height, 0);
            // A plot draws itself twice the first time, when it learns its limits.
            using (var nowhere = new SKNoDrawCanvas((int)layout.Width, (int)layout.Height))
            {
                plot.Render(nowhere, picture);
            }

            plot.Render(canvas, picture);
            new PanelTexts(canvas, panel, frame, layout.Scale).WriteAll();
        }

        new LegendPen(canvas, paint, layout.Scale).Draw(figure, layout.Legend);
        if (hasTitle)
        {
            var edge = FigureLayout.Edge * layout.Scale;
            var style = new TextStyle(FigureLayout.TitleSize * layout.Scale, IsBold: true);
            TextPen.Write(
                canvas,
                figure.Title,
                edge,
                edge + (style.Size * TextPen.Capital / 2),
                0,
                TextPen.Fitted(figure.Title, style, layout.Width - (2 * edge))
            );
        }
    }
}
