namespace ZcBench.Benchmarks.Blueprints;

/// <summary>All numbers of a map as channels of one pixel, [C, H, W] → [C · H · W, 1, 1].</summary>
/// <param name="PixelsFirst">
/// Whether the channels of a pixel lie side by side rather than the pixels of a channel.
/// </param>
internal sealed record Flattening(bool PixelsFirst = false) : IOperation;
