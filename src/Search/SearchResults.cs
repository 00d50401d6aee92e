using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Search;

/// <summary>What the searches of one command came to.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Seen">The accuracies they paid for.</param>
/// <param name="Pool">Rows of the table whose scores could be bought.</param>
/// <param name="Methods">One for each method.</param>
public sealed record SearchResults(
    SearchRequest Request,
    Target Seen,
    IReadOnlyList<int> Pool,
    IReadOnlyList<MethodResult> Methods
)
{
    /// <summary>The architecture of a candidate: candidates are the rows of the table.</summary>
    public Architecture Architecture(int candidate) => Request.Table.Architectures[candidate];

    /// <summary>Whether only a part of the table could be scored.</summary>
    public bool HasSmallerPool => Pool.Count < Request.Table.Architectures.Count;
}
