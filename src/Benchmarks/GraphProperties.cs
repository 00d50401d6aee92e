namespace ZcBench.Benchmarks;

/// <summary>What the graph of an architecture says before any network is built.</summary>
/// <param name="IsConnected">Whether the output of its cell depends on the cell's input.</param>
/// <param name="HasDeadBranch">
/// Whether some operation other than "none" gets nothing from the cell's input or gives nothing to its
/// output.
/// </param>
/// <param name="Convolutions">Number of convolutions of one cell, dead ones included.</param>
/// <param name="Function">
/// A text that two architectures share exactly when the space's rules make them the same function of their
/// input, whatever the weights.
/// </param>
public sealed record GraphProperties(bool IsConnected, bool HasDeadBranch, int Convolutions, string Function);
