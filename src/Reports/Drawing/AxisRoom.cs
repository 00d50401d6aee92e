using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// What an axis needs beside its panel. Lengths are pixels; scale is the size of text as a multiple of the
/// natural one.
/// </summary>
internal static class AxisRoom
{
    private const double TickMark = 4;
    private const double Gap = 4;
    private const double TitleGap = 7;

    /// <summary>Style of tick labels and axis titles.</summary>
    public static TextStyle Text(double scale) => new(FigureSize.NaturalFontSize * scale);

    /// <summary>Length of the short lines at the ticks.</summary>
    public static double MarkLength(PanelAxis axis, double scale) =>
        axis.HasTickMarks && axis.Ticks.Count > 0 ? TickMark * scale : 0;

    /// <summary>From the panel to the near end of the labels.</summary>
    public static double LabelStart(PanelAxis axis, double scale) => MarkLength(axis, scale) + Gap * scale;

    /// <summary>
    /// How far the labels of a horizontal axis reach down, those of a vertical one to the left.
    /// </summary>
    public static double LabelLength(PanelAxis axis, bool isVertical, double scale)
    {
        if (!axis.HasLabels || axis.Ticks.Count == 0)
        {
            return 0;
        }

        return isVertical || axis.IsUpright
            ? axis.Ticks.Max(tick => TextPen.Width(tick.Text, Text(scale)))
            : Text(scale).Size * TextPen.Capital;
    }

    /// <summary>From the panel to the middle of the axis title's capitals.</summary>
    public static double TitlePlace(PanelAxis axis, bool isVertical, double scale) =>
        LabelStart(axis, scale)
        + LabelLength(axis, isVertical, scale)
        + TitleGap * scale
        + Text(scale).Size * TextPen.Capital / 2;

    /// <summary>All that the axis needs.</summary>
    public static double Of(PanelAxis axis, bool isVertical, double scale) =>
        axis.Title is not null ? TitlePlace(axis, isVertical, scale) + Text(scale).Size * 0.6
        : axis.HasLabels && axis.Ticks.Count > 0
            ? LabelStart(axis, scale) + LabelLength(axis, isVertical, scale)
        : 0;
}
