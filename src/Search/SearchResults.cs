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

    /// <summary>Rows of the table that some method could choose: what choices are held against.</summary>
    public IReadOnlyList<int> Searched =>
        Request.Pool == SearchPool.Mixed ? [.. Enumerable.Range(0, Request.Table.Architectures.Count)] : Pool;

    /// <summary>
    /// What was drawn from, for captions: "15625 architectures, from which every method draws".
    /// </summary>
    public string PoolWords
    {
        get
        {
            var (all, pool) = (Request.Table.Architectures.Count, Pool.Count);
            return Request.Pool switch
            {
                _ when !HasSmallerPool => $"{all} architectures, from which every method draws",
                SearchPool.Mixed =>
                    $"{all} architectures; methods that rank by scores draw from the {pool} that have them, "
                        + "the others and all steps from all, so they are not compared on one pool",
                _ => $"{all} architectures; every method draws from the {pool} with all scores, "
                    + $"and {all - pool} are left out",
            };
        }
    }
}
