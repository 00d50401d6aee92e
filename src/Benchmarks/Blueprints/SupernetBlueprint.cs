using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// The weight-sharing network of a space as data: a network that holds every operation on every edge of its
/// cells, mixed by one matrix θ [edges, operations]. With θ one-hot it is the network of one architecture.
/// </summary>
/// <param name="Network">
/// The network; its nodes are <see cref="Mixture"/> steps. A weight's path names its edge and operation.
/// </param>
/// <param name="Edges">Names of the edges, the rows of θ.</param>
/// <param name="Operations">Names of the operations, the columns of θ.</param>
/// <param name="EdgeWeights">Paths of the weights of each operation on each edge, in all cells.</param>
/// <param name="Architecture">
/// The architecture of an operation for each edge, by place in <paramref name="Operations"/>.
/// </param>
public sealed record SupernetBlueprint(
    Blueprint Network,
    ImmutableArray<string> Edges,
    ImmutableArray<string> Operations,
    ILookup<EdgeChoice, string> EdgeWeights,
    Func<IReadOnlyList<int>, Architecture> Architecture
)
{
    /// <summary>Place of the operation that yields zero; −1 where the space has none.</summary>
    public int Zero { get; init; } = -1;

    /// <summary>
    /// The operations of an architecture by edge, the inverse of <see cref="Architecture"/>.
    /// </summary>
    public required Func<Architecture, IReadOnlyList<int>> OperationsOf { get; init; }
}
