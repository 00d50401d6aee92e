using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>Where everything of a figure goes, in pixels.</summary>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Height of the picture.</param>
/// <param name="Scale">Size of text as a multiple of the natural one.</param>
/// <param name="Panels">Every panel with the rectangle between its axes.</param>
/// <param name="Legend">The legend's parts.</param>
internal sealed record FigureLayout(
    double Width,
    double Height,
    double Scale,
    IReadOnlyList<(Panel Panel, Frame Frame)> Panels,
    LegendLayout Legend
)
{
    /// <summary>Free space round everything.</summary>
    public const double Edge = 8;

    /// <summary>Size of the figure's title.</summary>
    public const double TitleSize = 14;

    /// <summary>Size of the panels' titles.</summary>
    public const double PanelTitleSize = 12;

    private const double PanelTitleGap = 8;
    private const double LeastScale = 0.25;

    /// <summary>The layout of a figure.</summary>
    /// <param name="figure">What is drawn.</param>
    /// <param name="size">How large.</param>
    /// <param name="hasTitle">Whether its title is written above it.</param>
    public static FigureLayout Of(Figure figure, FigureSize size, bool hasTitle)
    {
        var scale = size.Scale;
        var (edge, columns) = (Edge * scale, figure.Rows.Max(row => row.Count));
        double[] left = [.. Columns(columns, figure, panel => AxisRoom.Of(panel.Y, isVertical: true, scale))];
        double[] widths = [.. Columns(columns, figure, panel => panel.Width)];
        double[] top = [.. figure.Rows.Select(row => row.Max(panel => Above(panel, scale)))];
        double[] bottom = [.. figure.Rows.Select(row => row.Max(panel => Below(panel, scale)))];
        var gap = figure.Spacing * scale;
        double[] gaps =
        [
            .. Enumerable
                .Range(1, columns - 1)
                .Select(c =>
                    Math.Max(
                        gap,
                        figure
                            .Rows.Where(row => c < row.Count)
                            .Max(row =>
                                Overhang(row[c - 1], scale, isRight: true)
                                + Overhang(row[c], scale, isRight: false)
                                - left[c]
                                + edge
                            )
                    )
                ),
        ];
        var around =
            (2 * edge)
            + figure.Rows.Max(row => Overhang(row[^1], scale, isRight: true))
            + left.Sum()
            + gaps.Sum();
        var stretch = size.Width is { } wanted
            ? Math.Max(LeastScale * scale, (wanted - around) / widths.Sum())
            : scale;
        var title = hasTitle ? new TextStyle(TitleSize * scale, IsBold: true) : default;
        var width = around + (stretch * widths.Sum());
        if (size.Width is null && hasTitle)
        {
            width = Math.Max(width, TextPen.Width(figure.Title, title) + (2 * edge));
        }

        var y = edge + (hasTitle ? title.Size * TextPen.Line + (8 * scale) : 0);
        var panels = new List<(Panel, Frame)>();
        foreach (var (r, row) in figure.Rows.Index())
        {
            var x = edge;
            y += top[r];
            var height = row.Max(panel => HeightOf(panel, scale, stretch));
            foreach (var (c, panel) in row.Index())
            {
                x += left[c];
                panels.Add((panel, new(x, y, panel.Width * stretch, HeightOf(panel, scale, stretch))));
                x += (widths[c] * stretch) + (c < gaps.Length ? gaps[c] : 0);
            }

            y += height + bottom[r] + (r < figure.Rows.Count - 1 ? gap : 0);
        }

        var legend = LegendLayout.Of(figure, edge, y + (10 * scale), width - edge, scale);
        return new(Math.Ceiling(width), Math.Ceiling(legend.Bottom + edge), scale, panels, legend);
    }

    /// <summary>From a panel's upper edge to the middle of its title's capitals.</summary>
    public static double TitleRise(Panel panel, double scale) =>
        (panel.X.IsOnTop ? AxisRoom.Of(panel.X, isVertical: false, scale) : 0)
        + (PanelTitleGap * scale)
        + (PanelTitleSize * scale * TextPen.Capital / 2);

    private static double Above(Panel panel, double scale) =>
        panel.Title is not null ? TitleRise(panel, scale) + (PanelTitleSize * scale)
        : panel.X.IsOnTop ? AxisRoom.Of(panel.X, isVertical: false, scale)
        : 0;

    private static double Below(Panel panel, double scale) =>
        panel.X.IsOnTop ? 0 : AxisRoom.Of(panel.X, isVertical: false, scale);

    // Rows of a table keep the height of their text; other panels keep their proportions.
    private static double HeightOf(Panel panel, double scale, double stretch) =>
        panel.Height
        * (
            panel.Y.Scale is CategoryScale ? scale
            : panel.X.Scale is CategoryScale ? scale
            : stretch
        );

    // The outermost tick labels may reach beyond the panel.
    private static double Overhang(Panel panel, double scale, bool isRight)
    {
        if (panel.X is not { HasLabels: true, IsUpright: false, Ticks: [var first, .., var last] } axis)
        {
            return 0;
        }

        var (tick, position) = isRight
            ? (last, 1 - axis.Scale.Position(last.At))
            : (first, axis.Scale.Position(first.At));
        return Math.Max(
            0,
            (TextPen.Width(tick.Text, AxisRoom.Text(scale)) / 2) - (position * panel.Width * scale / 2)
        );
    }

    private static IEnumerable<double> Columns(int count, Figure figure, Func<Panel, double> length) =>
        Enumerable
            .Range(0, count)
            .Select(c => figure.Rows.Where(row => c < row.Count).Max(row => length(row[c])));
}
