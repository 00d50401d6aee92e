using ScottPlot;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using Line = ZcBench.Reports.Figures.Parts.Line;

namespace ZcBench.Reports.Drawing;

/// <summary>Adds the marks of a panel to its plot.</summary>
/// <param name="plot">The plot, with axes from 0 to 1.</param>
/// <param name="panel">The panel.</param>
/// <param name="frame">Its rectangle in pixels.</param>
/// <param name="scale">Size of points and lines as a multiple of the natural one.</param>
internal sealed class MarkPlotter(Plot plot, Panel panel, Frame frame, double scale)
{
    private const double EdgeMarkPlace = 8;
    private const double HatchStep = 5;

    /// <summary>Adds all of them, the lowest first.</summary>
    public void AddAll()
    {
        foreach (var mark in panel.Marks)
        {
            Add(mark);
        }
    }

    private void Add(IMark mark)
    {
        switch (mark)
        {
            case Points points:
                AddPoints(points.Places.Select(At), points.Look, Color.FromHex(points.Look.Colour));
                break;
            case ShadedPoints cloud:
                AddCloud(cloud);
                break;
            case EdgeMarks edge:
                AddPoints(
                    edge.Heights.Select(y => new Coordinates(
                        EdgeMarkPlace * scale / frame.Width,
                        panel.Y.Scale.Position(y)
                    )),
                    edge.Look,
                    Color.FromHex(edge.Look.Colour)
                );
                break;
            case Line line:
                AddLine([.. line.Places.Select(At)], line.Look, line.IsStep);
                break;
            case Rules rules:
                foreach (var (from, to) in rules.Ends)
                {
                    AddLine([At(from), At(to)], rules.Look);
                }

                break;
            case Guide { IsVertical: true } guide:
                AddLine(
                    [new(panel.X.Scale.Position(guide.At), 0), new(panel.X.Scale.Position(guide.At), 1)],
                    guide.Look
                );
                break;
            case Guide guide:
                AddLine(
                    [new(0, panel.Y.Scale.Position(guide.At)), new(1, panel.Y.Scale.Position(guide.At))],
                    guide.Look
                );
                break;
            case Band band:
                AddBand(band);
                break;
            case Boxes boxes:
                foreach (var box in boxes.Items)
                {
                    AddRectangle(At(box.One), At(box.Other), Color.FromHex(boxes.Colour), LineStyle.None);
                }

                break;
            case HeatCells cells:
                AddCells(cells);
                break;
            case Names or Texts:
                break;
            default:
                throw new InvalidOperationException(
                    $"a mark of type {mark.GetType().Name} has no way to be drawn"
                );
        }
    }

    private Coordinates At(Place place) =>
        new(panel.X.Scale.Position(place.X), panel.Y.Scale.Position(place.Y));

    private void AddPoints(IEnumerable<Coordinates> places, PointLook look, Color colour)
    {
        Coordinates[] all = [.. places];
        if (all.Length > 0)
        {
            plot.Add.Markers(all).MarkerStyle = Looks.Marker(look, colour, scale);
        }
    }

    // One by one: points keep their order, so that none of a colour lies over all others.
    private void AddCloud(ShadedPoints cloud)
    {
        foreach (var (place, amount) in cloud.Places.Zip(cloud.Amounts))
        {
            AddPoints([At(place)], cloud.Look, Colours.Of(ColourMap.Amounts, amount));
        }
    }

    private void AddLine(Coordinates[] places, LineLook look, bool isStep = false)
    {
        if (places.Length < 2)
        {
            return;
        }

        var line = plot.Add.ScatterLine(places);
        line.LineStyle = Looks.Line(look, scale);
        line.ConnectStyle = isStep ? ConnectStyle.StepHorizontal : ConnectStyle.Straight;
        if (look.Dash.Count > 0)
        {
            plot.Add.Plottable(new DashEnd());
        }
    }

    private void AddBand(Band band)
    {
        if (band.Edges.Count < 2)
        {
            return;
        }

        var edge = Outline(band, item => item.High).Concat(Outline(band, item => item.Low).Reverse());
        var area = plot.Add.Polygon(edge.ToArray());
        area.FillColor = Color.FromHex(band.Colour).WithAlpha(band.Opacity);
        area.LineStyle = LineStyle.None;
    }

    private IEnumerable<Coordinates> Outline(Band band, Func<BandEdge, double> height)
    {
        for (var i = 0; i < band.Edges.Count; i++)
        {
            var edge = band.Edges[i];
            yield return At(new(edge.X, height(edge)));
            if (band.IsStep && i + 1 < band.Edges.Count)
            {
                yield return At(new(band.Edges[i + 1].X, height(edge)));
            }
        }
    }

    private void AddCells(HeatCells cells)
    {
        foreach (var cell in cells.Cells)
        {
            var (one, other) = (
                At(new(cell.Column - 0.5, cell.Row - 0.5)),
                At(new(cell.Column + 0.5, cell.Row + 0.5))
            );
            if (cell.Value is { } value)
            {
                AddRectangle(
                    one,
                    other,
                    Colours.Of(ColourMap.Correlations, value),
                    new((float)(scale / 2), Color.FromHex(Theme.Paper))
                );
            }
            else
            {
                AddMissing(one, other);
            }
        }
    }

    private void AddMissing(Coordinates one, Coordinates other)
    {
        var cell = new Frame(
            one.X * frame.Width,
            -one.Y * frame.Height,
            (other.X - one.X) * frame.Width,
            (one.Y - other.Y) * frame.Height
        );
        foreach (var (from, to) in Hatch.Of(cell, HatchStep * scale))
        {
            AddLine([Back(from), Back(to)], Looks.MissingHatch);
        }

        AddRectangle(one, other, ScottPlot.Colors.Transparent, Looks.Line(Looks.MissingFrame, scale));

        Coordinates Back((double X, double Y) pixel) => new(pixel.X / frame.Width, -pixel.Y / frame.Height);
    }

    private void AddRectangle(Coordinates one, Coordinates other, Color fill, LineStyle line)
    {
        var rectangle = plot.Add.Rectangle(
            Math.Min(one.X, other.X),
            Math.Max(one.X, other.X),
            Math.Min(one.Y, other.Y),
            Math.Max(one.Y, other.Y)
        );
        rectangle.FillColor = fill;
        rectangle.LineStyle = line;
    }
}
