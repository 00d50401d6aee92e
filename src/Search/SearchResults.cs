using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Search;

/// <summary>What the searches of one command came to.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Seen">The accuracies they paid for.</param>
/// <param name="Rows">Rows of the table that were the candidates.</param>
/// <param name="Methods">One for each method.</param>
public sealed record SearchResults(
    SearchRequest Request, Target Seen, IReadOnlyList<int> Rows, IReadOnlyList<MethodResult> Methods)
{
    /// <summary>The architecture of a candidate.</summary>
    public Architecture Architecture(int candidate) => Request.Table.Architectures[Rows[candidate]];
}
