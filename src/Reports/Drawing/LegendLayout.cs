using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// The legend under the panels: the colour bar, then the entries from left to right, in as many lines as they
/// need.
/// </summary>
/// <param name="Bar">Rectangle of the colour bar; null for none.</param>
/// <param name="Items">The entries.</param>
/// <param name="Bottom">Lower end of all of it in pixels.</param>
internal sealed record LegendLayout(Frame? Bar, IReadOnlyList<LegendItem> Items, double Bottom)
{
    /// <summary>Width of a symbol with a line in it.</summary>
    public const double LineWidth = 26;

    /// <summary>Width of any other symbol.</summary>
    public const double PointWidth = 12;

    /// <summary>Between a symbol and its text.</summary>
    public const double Gap = 5;

    /// <summary>
    /// From the title of a colour bar to its bar, and from the bar to the middle of its tick labels.
    /// </summary>
    public const double BarGap = 6;

    private const double Row = 17;
    private const double Between = 18;
    private const double BarWidth = 180;
    private const double BarHeight = 10;

    /// <summary>Lays out a figure's legend.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="left">Left end in pixels.</param>
    /// <param name="top">Upper end in pixels.</param>
    /// <param name="right">Right end in pixels.</param>
    /// <param name="scale">Size of text as a multiple of the natural one.</param>
    public static LegendLayout Of(Figure figure, double left, double top, double right, double scale)
    {
        var text = AxisRoom.Text(scale);
        var y = top;
        Frame? bar = null;
        if (figure.Bar is { } map)
        {
            var start = left + TextPen.Width(map.Title, text) + (BarGap * scale);
            var width = Math.Max(40 * scale, Math.Min(BarWidth * scale, right - start - (20 * scale)));
            bar = new(start, y + (2 * scale), width, BarHeight * scale);
            y = bar.Value.Bottom + (2 * BarGap * scale) + (Row * scale / 2);
        }

        var items = new List<LegendItem>();
        var x = left;
        foreach (var entry in figure.Legend)
        {
            var width = SymbolWidth(entry, scale) + (Gap * scale) + TextPen.Width(entry.Text, text);
            if (x > left && x + width > right)
            {
                (x, y) = (left, y + (Row * scale));
            }

            items.Add(new(entry, x, y + (Row * scale / 2)));
            x += width + (Between * scale);
        }

        return new(bar, items, items.Count > 0 ? y + (Row * scale) : y);
    }

    /// <summary>Width of the symbol of an entry in pixels.</summary>
    public static double SymbolWidth(Figures.Parts.LegendEntry entry, double scale) =>
        (entry.Line is not null || entry.Band is not null || entry.IsMissing ? LineWidth : PointWidth)
        * scale;
}
