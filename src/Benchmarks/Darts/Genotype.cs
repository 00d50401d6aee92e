namespace ZcBench.Benchmarks.Darts;

/// <summary>An architecture: the graph of all normal cells and that of the two reduction cells.</summary>
/// <param name="Normal">Cells that keep the resolution.</param>
/// <param name="Reduce">Cells that halve it.</param>
internal sealed record Genotype(Cell Normal, Cell Reduce);
