namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Each channel times a trained number of its own.</summary>
/// <param name="Path">Name of its numbers, [Channels].</param>
/// <param name="Channels">Channels of its input.</param>
/// <param name="Initial">What the numbers are before training.</param>
internal sealed record ChannelScale(string Path, int Channels, double Initial = 1) : IOperation;
