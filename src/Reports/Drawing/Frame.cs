namespace ZcBench.Reports.Drawing;

/// <summary>A rectangle of a picture in pixels; y grows downwards.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
internal readonly record struct Frame(double Left, double Top, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Top + Height;

    /// <summary>Middle of the width.</summary>
    public double Centre => Left + Width / 2;

    /// <summary>Middle of the height.</summary>
    public double Middle => Top + Height / 2;
}
