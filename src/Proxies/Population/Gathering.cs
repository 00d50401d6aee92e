using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>The values of a stage, or all logits, side by side, in the order of the networks.</summary>
internal sealed record Gathering : IOperation;
