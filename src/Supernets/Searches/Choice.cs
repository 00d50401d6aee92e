using ZcBench.Benchmarks;

namespace ZcBench.Supernets.Searches;

/// <summary>What a search chose by itself, without any look at the benchmark.</summary>
/// <param name="Chosen">Its architecture.</param>
/// <param name="Candidates">
/// Among what it chose, in order: what somebody who may query the benchmark would choose from.
/// </param>
internal sealed record Choice(Architecture Chosen, IReadOnlyList<Architecture> Candidates);
