namespace ZcBench.Benchmarks;

/// <summary>The size of a skeleton whose channels and cells can be chosen.</summary>
/// <param name="Channels">Channels of the first cells, C in the papers.</param>
/// <param name="Cells">Number of cells, L in the papers.</param>
public sealed record NetworkSize(int Channels, int Cells);
