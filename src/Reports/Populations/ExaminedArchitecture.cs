using ZcBench.Benchmarks;

namespace ZcBench.Reports.Populations;

/// <summary>What a population can tell architectures apart by.</summary>
/// <param name="Text">Official text.</param>
/// <param name="Graph">What the graph says.</param>
/// <param name="Parameters">Number of trainable parameters.</param>
internal sealed record ExaminedArchitecture(string Text, GraphProperties Graph, long Parameters);
