namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Each channel plus a trained number of its own, which is 0 before training.</summary>
/// <param name="Path">Name of its numbers, [Channels].</param>
/// <param name="Channels">Channels of its input.</param>
internal sealed record ChannelShift(string Path, int Channels) : IOperation;
