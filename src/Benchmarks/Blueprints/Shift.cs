namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// Its input moved up and left by one pixel: without its first row and column, and with a row and a column of
/// zeros at the bottom and on the right.
/// </summary>
internal sealed record Shift : IOperation;
