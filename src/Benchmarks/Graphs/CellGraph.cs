namespace ZcBench.Benchmarks.Graphs;

/// <summary>
/// A cell as a graph of named operations, which are on its edges in some spaces and on its nodes in others.
/// Node 0 is the input, the last node the output, and connections run from smaller to larger numbers.
/// </summary>
/// <param name="Nodes">Number of nodes, input and output included.</param>
/// <param name="Operations">Names of the space's operations, in the space's order.</param>
/// <param name="Uses">The operation of each edge, or of each node that has one.</param>
/// <param name="Connections">Which nodes read which, by target.</param>
/// <param name="OperatesOnNodes">Whether operations are on the nodes.</param>
public sealed record CellGraph(
    int Nodes,
    IReadOnlyList<string> Operations,
    IReadOnlyList<int> Uses,
    IReadOnlyList<CellConnection> Connections,
    bool OperatesOnNodes
)
{
    /// <summary>A cell with an operation on every edge.</summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="operations">Names of the operations.</param>
    /// <param name="edges">Source, target and operation of each edge.</param>
    public static CellGraph OfEdges(
        int nodes,
        IReadOnlyList<string> operations,
        IEnumerable<(int Source, int Target, int Operation)> edges
    )
    {
        var all = edges.ToList();
        return new(
            nodes,
            operations,
            [.. all.Select(edge => edge.Operation)],
            [
                .. all.Select(edge => new CellConnection(
                    edge.Source,
                    edge.Target,
                    edge.Operation,
                    edge.Operation
                )),
            ],
            OperatesOnNodes: false
        );
    }

    /// <summary>A cell with an operation on every node between input and output.</summary>
    /// <param name="operations">Names of the operations.</param>
    /// <param name="uses">Operations of the nodes 1, 2, ...</param>
    /// <param name="edges">Source and target of each edge.</param>
    public static CellGraph OfNodes(
        IReadOnlyList<string> operations,
        IReadOnlyList<int> uses,
        IEnumerable<(int Source, int Target)> edges
    )
    {
        return new(
            uses.Count + 2,
            operations,
            uses,
            [
                .. edges.Select(edge => new CellConnection(
                    edge.Source,
                    edge.Target,
                    Of(edge.Source),
                    Of(edge.Target)
                )),
            ],
            OperatesOnNodes: true
        );

        int? Of(int node) => node >= 1 && node <= uses.Count ? uses[node - 1] : null;
    }
}
