namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Shape of one image or feature map without the batch dimension, [C, H, W].</summary>
/// <param name="Channels">C.</param>
/// <param name="Height">H in pixels.</param>
/// <param name="Width">W in pixels.</param>
public readonly record struct Shape(int Channels, int Height, int Width)
{
    /// <summary>C · H · W.</summary>
    public long Elements => (long)Channels * Height * Width;

    /// <summary>Whether there is one pixel.</summary>
    public bool IsPixel => Height == 1 && Width == 1;

    /// <inheritdoc/>
    public override string ToString() => $"{Channels}x{Height}x{Width}";
}
