using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Widths as authors name them: "column" and "text" of a two-column paper, or a length such as 3.3in, 84mm,
/// 8.4cm or 240pt. Figures of such a width have texts of 8 points and no title: the caption says what they
/// are.
/// </summary>
internal static class FigureWidth
{
    private const double PixelsPerInch = 96;
    private const double PointsPerInch = 72;
    private const double FontPoints = 8;
    private const double Least = 1.5;
    private const double Most = 40;

    // Of the styles of CVPR and ICML, in inches.
    private const double Column = 3.25;
    private const double Text = 6.875;

    private static readonly Dictionary<string, double> UnitsPerInch = new(StringComparer.Ordinal)
    {
        ["in"] = 1,
        ["cm"] = 2.54,
        ["mm"] = 25.4,
        ["pt"] = PointsPerInch,
    };

    /// <summary>The size that a text asks for.</summary>
    /// <exception cref="UserError">It names no width, or one that no figure can have.</exception>
    public static FigureSize Parse(string text)
    {
        var inches = text switch
        {
            "column" => Column,
            "text" => Text,
            _ => Length(text)
                ?? throw new UserError(
                    $"--figure-width '{text}' is no width; write column, text, or a length such as 3.3in, "
                        + "84mm or 240pt"
                ),
        };
        return inches is >= Least and <= Most
            ? new(inches * PixelsPerInch, FontPoints * PixelsPerInch / PointsPerInch)
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--figure-width '{text}' is {inches:0.##} inches; give {Least} to {Most}"
                )
            );
    }

    private static double? Length(string text) =>
        UnitsPerInch
            .Where(unit => text.EndsWith(unit.Key, StringComparison.Ordinal))
            .Select(unit =>
                double.TryParse(
                    text[..^unit.Key.Length],
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var length
                )
                    ? length / unit.Value
                    : (double?)null
            )
            .FirstOrDefault();
}
