using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Darts;

/// <summary>
/// A cell: four nodes, numbered from 2, each the sum of two edges from earlier values. Its output joins the
/// nodes along the channels.
/// </summary>
internal sealed class Cell
{
    /// <summary>Outputs of the two cells before, the values 0 and 1.</summary>
    public const int Inputs = 2;

    /// <summary>Nodes of a cell.</summary>
    public const int Nodes = 4;

    /// <summary>Edges into a node.</summary>
    public const int EdgesOfNode = 2;

    /// <summary>Edges of a cell.</summary>
    public const int EdgeCount = Nodes * EdgesOfNode;

    /// <summary>
    /// A cell of edges, two for each node in order. The two of a node are put in the order of what they read,
    /// which changes no network; two that read the same value keep their order, by which weights are named.
    /// </summary>
    public Cell(IReadOnlyList<Edge> edges) =>
        Edges = [.. edges.Chunk(EdgesOfNode).SelectMany(pair => pair.OrderBy(edge => edge.Source))];

    /// <summary>The edges, two for each node in order.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>The node that an edge leads to.</summary>
    public static int NodeOf(int edge) => Inputs + edge / EdgesOfNode;

    /// <summary>
    /// Name of an edge in the paths of its weights: "edge0-2", or "edge0-2.2" where it is the second from the
    /// same value.
    /// </summary>
    public string NameOf(int edge)
    {
        var isSecond = edge % EdgesOfNode == 1 && Edges[edge - 1].Source == Edges[edge].Source;
        return $"edge{Edges[edge].Source}-{NodeOf(edge)}{(isSecond ? ".2" : "")}";
    }

    /// <summary>Convolutions of all edges.</summary>
    public int Convolutions(bool isReduction) =>
        Edges.Sum(edge => edge.Operation.Convolutions(isReduction && edge.Source < Inputs));

    /// <summary>The cell with its edges of one node and one source by operation: the same function.</summary>
    public Cell Sorted() =>
        new([
            .. Edges
                .Chunk(EdgesOfNode)
                .SelectMany(pair => pair.OrderBy(edge => edge.Source).ThenBy(edge => edge.Operation)),
        ]);
}
