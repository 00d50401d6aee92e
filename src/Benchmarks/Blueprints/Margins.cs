namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Pixels on the four sides of a map; negative ones are cut off.</summary>
/// <param name="Top">Rows above.</param>
/// <param name="Left">Columns on the left.</param>
/// <param name="Bottom">Rows below.</param>
/// <param name="Right">Columns on the right.</param>
internal readonly record struct Margins(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => this == default;

    /// <summary>The shape with them.</summary>
    public Shape Around(Shape shape) =>
        shape with
        {
            Height = shape.Height + Top + Bottom,
            Width = shape.Width + Left + Right,
        };
}
