namespace ZcBench.Benchmarks.Graphs;

/// <summary>That one node of a cell reads another.</summary>
/// <param name="Source">The node that is read.</param>
/// <param name="Target">The node that reads, larger than the source.</param>
/// <param name="Before">
/// The operation whose result passes: that of the edge or of the source; null where the source is the cell's
/// input and has none.
/// </param>
/// <param name="After">
/// The operation that takes it: that of the edge or of the target; null where the target is the cell's output
/// and has none.
/// </param>
public readonly record struct CellConnection(int Source, int Target, int? Before, int? After);
