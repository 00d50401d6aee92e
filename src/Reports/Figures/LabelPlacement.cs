namespace ZcBench.Reports.Figures;

/// <summary>
/// Places names beside points so that none overlaps another name or a point: each in turn takes the first of
/// some places round its point that is free, or none. Lengths are pixels; y grows downwards.
/// </summary>
/// <param name="width">Width of the panel.</param>
/// <param name="height">Height of the panel.</param>
/// <param name="scale">Size of the font and the points, as a multiple of the natural size.</param>
internal sealed class LabelPlacement(double width, double height, double scale = 1)
{
    // Mean width of a letter and height of a line of the figures' font at 10 pixels, and half a point's size.
    private const double Letter = 6.1;
    private const double Line = 11;
    private const double Point = 4.5;

    private static readonly (int X, double Y)[] Sides =
    [
        (1, 0),
        (-1, 0),
        (0, -1),
        (0, 1),
        (1, -0.7),
        (-1, -0.7),
        (1, 0.7),
        (-1, 0.7),
    ];

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>Where the centre of each name goes; null for a name that found no room.</summary>
    /// <param name="points">The points with their names, the most important first.</param>
    public IReadOnlyList<(double X, double Y)?> Place(IReadOnlyList<(double X, double Y, string Name)> points)
    {
        var half = Point * scale;
        var taken = points
            .Select(point => new Box(point.X - half, point.Y - half, point.X + half, point.Y + half))
            .ToList();
        var places = new List<(double X, double Y)?>();
        foreach (var (x, y, name) in points)
        {
            var size = (X: name.Length * Letter * scale / 2, Y: Line * scale / 2);
            (double X, double Y)? place = null;
            foreach (var distance in new[] { 3.0, 8.0 })
            {
                foreach (var side in Sides)
                {
                    var gap = half + distance * scale;
                    var (centreX, centreY) = (x + side.X * (gap + size.X), y + side.Y * (gap + size.Y));
                    var box = new Box(centreX - size.X, centreY - size.Y, centreX + size.X, centreY + size.Y);
                    var isInside =
                        box is { Left: >= 0, Top: >= 0 } && box.Right <= width && box.Bottom <= height;
                    if (place is null && isInside && !taken.Exists(box.Meets))
                    {
                        place = (centreX, centreY);
                        taken.Add(box);
                    }
                }
            }

            places.Add(place);
        }

        return places;
    }
}
