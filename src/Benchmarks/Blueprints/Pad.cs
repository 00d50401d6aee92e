namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Its input with zeros on its sides, or without some of its rows and columns.</summary>
/// <param name="Sides">How many on each side; negative ones are cut off.</param>
internal sealed record Pad(Margins Sides) : IOperation;
