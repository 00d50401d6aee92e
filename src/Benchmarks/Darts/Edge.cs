namespace ZcBench.Benchmarks.Darts;

/// <summary>An edge into a node.</summary>
/// <param name="Operation">What it does.</param>
/// <param name="Source">
/// What it reads: 0 the output of the cell before the last, 1 that of the last cell, from 2 on a node of its
/// own cell.
/// </param>
internal readonly record struct Edge(CellOperation Operation, int Source);
