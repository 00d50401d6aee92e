namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The first channels of its input, [C, H, W] → [Count, H, W].</summary>
/// <param name="Count">How many channels.</param>
public sealed record FirstChannels(int Count) : IOperation;
