using ScottPlot;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>Points and lines in ScottPlot's terms.</summary>
internal static class Looks
{
    private const double CrossWidth = 2;

    /// <summary>The hatching of a missing cell.</summary>
    public static LineLook MissingHatch { get; } = new(Theme.Axis, 0.8);

    /// <summary>The frame of a missing cell.</summary>
    public static LineLook MissingFrame { get; } = new(Theme.Axis, 0.8);

    /// <summary>A point of a colour.</summary>
    public static MarkerStyle Marker(PointLook look, Color colour, double scale)
    {
        var shade = colour.WithAlpha(look.Opacity);
        var isLine = look.Shape is PointShape.Cross or PointShape.Dash;
        return new MarkerStyle(Shape(look.Shape), (float)(look.Size * scale), shade)
        {
            LineColor = shade,
            LineWidth = isLine ? (float)(CrossWidth * scale) : 0,
        };
    }

    /// <summary>A line.</summary>
    public static LineStyle Line(LineLook look, double scale) =>
        new((float)(look.Width * scale), Color.FromHex(look.Colour))
        {
            Pattern =
                look.Dash.Count == 0
                    ? LinePattern.Solid
                    : new([.. look.Dash.Select(length => (float)(length * scale))], 0, "dash"),
        };

    private static MarkerShape Shape(PointShape shape) =>
        shape switch
        {
            PointShape.Circle => MarkerShape.FilledCircle,
            PointShape.Triangle => MarkerShape.FilledTriangleUp,
            PointShape.Square => MarkerShape.FilledSquare,
            PointShape.Diamond => MarkerShape.FilledDiamond,
            PointShape.Cross => MarkerShape.Eks,
            PointShape.Dash => MarkerShape.HorizontalBar,
            _ => throw new InvalidOperationException($"a point of shape {shape} has no way to be drawn"),
        };
}
