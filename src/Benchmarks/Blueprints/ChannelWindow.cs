namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// Each channel becomes the sum of itself and its neighbours, from ⌊(Size − 1) / 2⌋ channels before it to
/// ⌈(Size − 1) / 2⌉ after it; what is beyond the first and the last channel is zero. Local response
/// normalisation is made of it.
/// </summary>
/// <param name="Size">Channels of a window.</param>
internal sealed record ChannelWindow(int Size) : IOperation;
