using SkiaSharp;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>Measures and writes single lines of text in the figures' font. Lengths are pixels.</summary>
internal static class TextPen
{
    /// <summary>Height of a capital as a share of the size.</summary>
    public const double Capital = 0.729;

    /// <summary>Distance of two lines as a share of the size.</summary>
    public const double Line = 1.25;

    /// <summary>Width of a text.</summary>
    public static double Width(string text, TextStyle style)
    {
        using var font = Font(style);
        return font.MeasureText(text);
    }

    /// <summary>Writes a text with the middle of its capitals at a height.</summary>
    /// <param name="canvas">Where it is written.</param>
    /// <param name="text">One line.</param>
    /// <param name="x">Place of its anchor.</param>
    /// <param name="y">Middle of its capitals.</param>
    /// <param name="anchor">
    /// Which part of the text stands at x: 0 its left end, 0.5 its middle, 1 its right end.
    /// </param>
    /// <param name="style">How it looks.</param>
    /// <param name="isUpright">Whether it runs upwards; the anchor is then along the height.</param>
    /// <param name="halo">
    /// Width of an edge in the colour of the paper, which keeps lines away from the letters.
    /// </param>
    public static void Write(
        SKCanvas canvas,
        string text,
        double x,
        double y,
        double anchor,
        TextStyle style,
        bool isUpright = false,
        double halo = 0
    )
    {
        if (text.Length == 0)
        {
            return;
        }

        using var font = Font(style);
        var (along, across) = ((float)(-anchor * font.MeasureText(text)), (float)(style.Size * Capital / 2));
        canvas.Save();
        canvas.Translate((float)x, (float)y);
        canvas.RotateDegrees(isUpright ? -90 : 0);
        if (halo > 0)
        {
            using var edge = new SKPaint
            {
                Color = SKColor.Parse(Theme.Paper),
                IsAntialias = true,
                Style = SKPaintStyle.Stroke,
                StrokeWidth = (float)halo,
                StrokeJoin = SKStrokeJoin.Round,
            };
            canvas.DrawText(text, along, across, font, edge);
        }

        using var paint = new SKPaint { Color = SKColor.Parse(style.Colour), IsAntialias = true };
        canvas.DrawText(text, along, across, font, paint);
        canvas.Restore();
    }

    /// <summary>
    /// The style, smaller where the text would be longer than there is room, but not under two thirds.
    /// </summary>
    public static TextStyle Fitted(string text, TextStyle style, double room)
    {
        var width = Width(text, style);
        return width <= room ? style : style with { Size = style.Size * Math.Max(2.0 / 3, room / width) };
    }

    private static SKFont Font(TextStyle style) =>
        new(FigureFonts.Of(style.IsBold), (float)style.Size)
        {
            Subpixel = true,
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Edging = SKFontEdging.Antialias,
        };
}
