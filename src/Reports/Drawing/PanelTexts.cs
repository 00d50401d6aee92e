using System.Globalization;
using SkiaSharp;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// Writes the texts of a panel: titles, tick labels, numbers in cells, names beside points.
/// </summary>
/// <param name="canvas">Where they are written.</param>
/// <param name="panel">The panel.</param>
/// <param name="frame">Its rectangle in pixels.</param>
/// <param name="scale">Size of text as a multiple of the natural one.</param>
internal sealed class PanelTexts(SKCanvas canvas, Panel panel, Frame frame, double scale)
{
    private const double NameSize = 10;
    private const double LeastNumber = 5;
    private const double LabelDistance = 3.5;

    // Not the ink and paper of the theme: a cell keeps its colour on a dark page, and so must its number.
    private const string DarkNumber = "#111111";
    private const string LightNumber = "#FEFEFE";
    private const double LightCell = 62;

    /// <summary>Writes all of them.</summary>
    public void WriteAll()
    {
        WriteTitle();
        WriteAcross();
        WriteUp();
        foreach (var mark in panel.Marks)
        {
            switch (mark)
            {
                case HeatCells cells:
                    WriteNumbers(cells);
                    break;
                case Names names:
                    WriteNames(names);
                    break;
                case Texts texts:
                    WriteTexts(texts);
                    break;
                case Guide { Name: { } name, IsVertical: true } guide:
                    TextPen.Write(
                        canvas,
                        name,
                        frame.Left + (panel.X.Scale.Position(guide.At) * frame.Width) + (5 * scale),
                        frame.Bottom - (11 * scale),
                        0,
                        AxisRoom.Text(scale)
                    );
                    break;
            }
        }
    }

    private void WriteTitle()
    {
        if (panel.Title is { } title)
        {
            var style = TextPen.Fitted(title, new(FigureLayout.PanelTitleSize * scale), frame.Width);
            TextPen.Write(
                canvas,
                title,
                frame.Centre,
                frame.Top - FigureLayout.TitleRise(panel, scale),
                0.5,
                style
            );
        }
    }

    private void WriteAcross()
    {
        var axis = panel.X;
        var (side, edge) = axis.IsOnTop ? (-1, frame.Top) : (1, frame.Bottom);
        var start = AxisRoom.LabelStart(axis, scale);
        var style = AxisRoom.Text(scale);
        var free = double.NegativeInfinity;
        foreach (var tick in axis.Ticks)
        {
            var x = frame.Left + (axis.Scale.Position(tick.At) * frame.Width);
            DrawTick(axis, x, edge, x, edge + (side * AxisRoom.MarkLength(axis, scale)));
            if (!axis.HasLabels)
            {
                continue;
            }

            var half = axis.IsUpright ? style.Size / 2 : TextPen.Width(tick.Text, style) / 2;
            if (x - half < free)
            {
                continue;
            }

            free = x + half + (axis.IsUpright ? 0 : LabelDistance * scale);
            if (axis.IsUpright)
            {
                TextPen.Write(canvas, tick.Text, x, edge + (side * start), 1, style, isUpright: true);
            }
            else
            {
                TextPen.Write(
                    canvas,
                    tick.Text,
                    x,
                    edge + (side * (start + (style.Size * TextPen.Capital / 2))),
                    0.5,
                    style
                );
            }
        }

        if (axis.Title is { } title)
        {
            TextPen.Write(
                canvas,
                title,
                frame.Centre,
                edge + (side * AxisRoom.TitlePlace(axis, isVertical: false, scale)),
                0.5,
                TextPen.Fitted(title, style, frame.Width)
            );
        }
    }

    private void WriteUp()
    {
        var axis = panel.Y;
        var style = AxisRoom.Text(scale);
        foreach (var tick in axis.Ticks)
        {
            var y = frame.Bottom - (axis.Scale.Position(tick.At) * frame.Height);
            DrawTick(axis, frame.Left, y, frame.Left - AxisRoom.MarkLength(axis, scale), y);
            if (axis.HasLabels)
            {
                TextPen.Write(canvas, tick.Text, frame.Left - AxisRoom.LabelStart(axis, scale), y, 1, style);
            }
        }

        if (axis.Title is { } title)
        {
            TextPen.Write(
                canvas,
                title,
                frame.Left - AxisRoom.TitlePlace(axis, isVertical: true, scale),
                frame.Middle,
                0.5,
                TextPen.Fitted(title, style, frame.Height),
                isUpright: true
            );
        }
    }

    private void DrawTick(PanelAxis axis, double x, double y, double toX, double toY)
    {
        if (axis.HasTickMarks)
        {
            using var paint = new SKPaint
            {
                Color = SKColor.Parse(Theme.Axis),
                IsAntialias = true,
                IsStroke = true,
                StrokeWidth = (float)scale,
            };
            canvas.DrawLine((float)x, (float)y, (float)toX, (float)toY, paint);
        }
    }

    private void WriteNumbers(HeatCells cells)
    {
        var room = panel.X.Scale is CategoryScale { Count: var count } ? frame.Width / count : 0;
        var size = Math.Min(cells.NumberSize * scale, room / 2.9);
        if (cells.NumberSize <= 0 || size < LeastNumber)
        {
            return;
        }

        foreach (var cell in cells.Cells)
        {
            var isLight =
                cell.Value is not { } value
                || Colours.Lightness(Colours.Of(ColourMap.Correlations, value)) > LightCell;
            var style = new TextStyle(
                size,
                Colour: cell.Value is null ? Theme.Ink
                    : isLight ? DarkNumber
                    : LightNumber
            );
            TextPen.Write(
                canvas,
                Number(cell.Value),
                frame.Left + (panel.X.Scale.Position(cell.Column) * frame.Width),
                frame.Bottom - (panel.Y.Scale.Position(cell.Row) * frame.Height),
                0.5,
                style,
                halo: cell.Value is null ? 3 * scale : 0
            );
        }
    }

    // Two digits without the leading zero.
    private static string Number(double? value) =>
        value switch
        {
            null => "–",
            { } number => (Math.Round(number, 2) < 0 ? "−" : "")
                + Math.Abs(number).ToString("0.00", CultureInfo.InvariantCulture) switch
                {
                    ['0', '.', .. var digits] => "." + digits,
                    var text => text,
                },
        };

    private void WriteTexts(Texts texts)
    {
        foreach (var item in texts.Items)
        {
            TextPen.Write(
                canvas,
                item.Text,
                frame.Left + (panel.X.Scale.Position(item.At.X) * frame.Width),
                frame.Bottom - (panel.Y.Scale.Position(item.At.Y) * frame.Height),
                item.Anchor,
                new(NameSize * scale, item.IsBold)
            );
        }
    }

    private void WriteNames(Names names)
    {
        var points = names.Items.Select(item =>
            (
                X: panel.X.Scale.Position(item.At.X) * frame.Width,
                Y: (1 - panel.Y.Scale.Position(item.At.Y)) * frame.Height,
                item.Text
            )
        );
        var places = new LabelPlacement(frame.Width, frame.Height, scale).Place([.. points]);
        foreach (var (item, place) in names.Items.Zip(places))
        {
            if (place is var (x, y))
            {
                TextPen.Write(
                    canvas,
                    item.Text,
                    frame.Left + x,
                    frame.Top + y,
                    0.5,
                    new(NameSize * scale, item.IsBold),
                    halo: 3 * scale
                );
            }
        }
    }
}
