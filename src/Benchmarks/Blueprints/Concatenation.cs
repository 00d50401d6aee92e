namespace ZcBench.Benchmarks.Blueprints;

/// <summary>The channels of all inputs one after another, [C₁, H, W], [C₂, H, W] → [C₁ + C₂, H, W].</summary>
internal sealed record Concatenation : IOperation;
