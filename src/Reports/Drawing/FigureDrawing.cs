using ScottPlot;
using SkiaSharp;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Makes pictures of figures. The same figure and size give the same bytes on every machine that has the same
/// SkiaSharp.
/// </summary>
internal static class FigureDrawing
{
    private const float PixelRatio = 2;

    private const float PointsPerPixel = 0.75F;

    // A document says when it was made; the same figure gives the same bytes.
    private static readonly DateTime Made = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A PNG with two pixels for each of the size's, on white.</summary>
    public static byte[] Png(Figure figure, FigureSize? size = null)
    {
        var (folded, layout, hasTitle) = LaidOut(figure, size);
        var info = new SKImageInfo((int)(layout.Width * PixelRatio), (int)(layout.Height * PixelRatio));
        using var surface = SKSurface.Create(info);
        surface.Canvas.Scale(PixelRatio);
        Draw(folded, layout, surface.Canvas, hasTitle);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>A stand-alone SVG with its font in it; texts are texts.</summary>
    public static string Svg(Figure figure, FigureSize? size = null)
    {
        var (folded, layout, hasTitle) = LaidOut(figure, size);
        return SvgText.StandAlone(Raw(folded, layout, hasTitle), figure);
    }

    /// <summary>A PDF of one page of the picture's size, with its font in it; texts are texts.</summary>
    public static byte[] Pdf(Figure figure, FigureSize? size = null)
    {
        var (folded, layout, hasTitle) = LaidOut(figure, size);
        using var bytes = new MemoryStream();
        var about = new SKDocumentPdfMetadata
        {
            Title = figure.Title,
            Creator = "zcbench",
            Creation = Made,
            Modified = Made,
            RasterDpi = 72,
            EncodingQuality = 101,
        };
        using (var document = SKDocument.CreatePdf(bytes, about))
        {
            var canvas = document.BeginPage(
                (float)layout.Width * PointsPerPixel,
                (float)layout.Height * PointsPerPixel
            );
            canvas.Scale(PointsPerPixel);
            Draw(folded, layout, canvas, hasTitle);
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// An SVG element for an HTML page that has <see cref="FigureFonts.StyleSheet"/> and writes title and
    /// caption itself; ink, paper and lines
    /// are the page's CSS variables.
    /// </summary>
    internal static string PageSvg(Figure figure) =>
        SvgText.ForPage(
            Raw(figure, FigureLayout.Of(figure, FigureSize.Natural, hasTitle: false), hasTitle: false),
            figure
        );

    // A figure of a width that was asked for goes into a paper, whose caption is its title.
    private static (Figure Figure, FigureLayout Layout, bool HasTitle) LaidOut(
        Figure figure,
        FigureSize? size
    )
    {
        var wanted = size ?? FigureSize.Natural;
        var hasTitle = wanted.Width is null;
        var folded = FigureFold.ToFit(figure, wanted, hasTitle);
        return (folded, FigureLayout.Of(folded, wanted, hasTitle), hasTitle);
    }

    private static string Raw(Figure figure, FigureLayout layout, bool hasTitle)
    {
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
