using ScottPlot;
using ScottPlot.Colormaps;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>Colours of numbers.</summary>
internal static class Colours
{
    private const double Lightest = 96;
    private const double Darkest = 40;
    private const double MostChroma = 52;
    private const double Blue = 282;
    private const double Orange = 58;
    private static readonly Viridis Viridis = new();

    /// <summary>The colour of a number; what lies outside the map has the colour of its end.</summary>
    public static Color Of(ColourMap map, double value) =>
        map == ColourMap.Amounts
            ? Viridis.GetColor(Math.Clamp(value, 0, 1))
            : Diverging(Math.Clamp(value, -1, 1));

    /// <summary>Ends of a map.</summary>
    public static (double Low, double High) Range(ColourMap map) =>
        map == ColourMap.Amounts ? (0, 1) : (-1, 1);

    /// <summary>Lightness from 0 to 100 as the eye sees it (CIE L*).</summary>
    public static double Lightness(Color colour)
    {
        var y = 0.2126 * Linear(colour.R) + 0.7152 * Linear(colour.G) + 0.0722 * Linear(colour.B);
        return y > 0.008856 ? 116 * Math.Cbrt(y) - 16 : 903.3 * y;
    }

    // Even steps of lightness and chroma (CIE LCh, white D65) from a neutral middle to two hues that no kind
    // of colour-blindness confuses.
    private static Color Diverging(double value)
    {
        var (size, hue) = (Math.Abs(value), (value < 0 ? Orange : Blue) * Math.PI / 180);
        var (lightness, chroma) = (Lightest + size * (Darkest - Lightest), size * MostChroma);
        var y = (lightness + 16) / 116;
        var (x, z) = (
            Unfold(y + chroma * Math.Cos(hue) / 500) * 0.95047,
            Unfold(y - chroma * Math.Sin(hue) / 200) * 1.08883
        );
        y = Unfold(y);
        return new(
            Channel(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            Channel(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            Channel(0.0556434 * x - 0.2040259 * y + 1.0572252 * z)
        );
    }

    private static double Unfold(double value) =>
        value > 6.0 / 29 ? value * value * value : (value - 4.0 / 29) * 108 / 841;

    private static byte Channel(double linear)
    {
        var value = Math.Clamp(linear, 0, 1);
        value = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.Pow(value, 1 / 2.4) - 0.055;
        return (byte)Math.Round(255 * value);
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
