namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Neighbouring channels of its input, [C, H, W] → [Count, H, W].</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many channels.</param>
internal sealed record ChannelRange(int First, int Count) : IOperation;
