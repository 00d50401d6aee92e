using System.Collections.Immutable;
using System.Numerics;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// A NAS-Bench-101 cell: a directed acyclic graph of up to seven vertices, of which the first is the input,
/// the last the output, and each other has an operation (Ying et al., ICML 2019, section 2). Edges run from
/// smaller to larger numbers.
/// </summary>
public sealed class Cell
{
    /// <summary>Most vertices of a cell, input and output included.</summary>
    public const int MaxVertices = 7;

    /// <summary>Most edges of a cell of the benchmark.</summary>
    public const int MaxEdges = 9;

    private readonly uint _edges;
    private readonly ImmutableArray<VertexOperation> _operations;

    /// <summary>A graph, which need not be a cell of the benchmark: see <see cref="Pruned"/>.</summary>
    /// <param name="edges">The edges, each the <see cref="EdgeBit"/> of its ends.</param>
    /// <param name="operations">One for each interior vertex, in the order of their numbers.</param>
    public Cell(uint edges, ImmutableArray<VertexOperation> operations)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            operations.Length,
            MaxVertices - 2,
            nameof(operations)
        );
        var possible = (operations.Length + 2) * (operations.Length + 1) / 2;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(edges, 1u << possible);
        _edges = edges;
        _operations = operations;
    }

    /// <summary>Number of vertices, 2 to 7.</summary>
    public int Vertices => _operations.Length + 2;

    /// <summary>Number of the output vertex.</summary>
    public int Output => _operations.Length + 1;

    /// <summary>Number of edges.</summary>
    public int Edges => BitOperations.PopCount(_edges);

    /// <summary>Operations of the interior vertices 1, 2, ...</summary>
    public ImmutableArray<VertexOperation> Operations => _operations;

    /// <summary>
    /// The bit that stands for the edge <paramref name="source"/> → <paramref name="target"/>.
    /// </summary>
    public static uint EdgeBit(int source, int target) => 1u << (target * (target - 1) / 2 + source);

    /// <summary>Operation of an interior vertex.</summary>
    public VertexOperation this[int vertex] => _operations[vertex - 1];

    /// <summary>Whether there is an edge from one vertex to another.</summary>
    public bool HasEdge(int source, int target) => source < target && (_edges & EdgeBit(source, target)) != 0;

    /// <summary>The vertices that a vertex reads, in increasing order.</summary>
    public IEnumerable<int> Sources(int vertex) =>
        Enumerable.Range(0, vertex).Where(source => HasEdge(source, vertex));

    /// <summary>The vertices that read a vertex, in increasing order.</summary>
    public IEnumerable<int> Targets(int vertex) =>
        Enumerable.Range(vertex + 1, Output - vertex).Where(target => HasEdge(vertex, target));

    /// <summary>
    /// The same cell without the vertices that lie on no path from input to output, the others in their
    /// order; itself when there are none. Null when the output cannot be reached, which the benchmark calls
    /// invalid.
    /// </summary>
    public Cell? Pruned()
    {
        var kept = ReachedFromInput() & ReachingOutput();
        if ((kept & 1) == 0)
        {
            return null;
        }

        var vertices = Enumerable.Range(0, Vertices).Where(vertex => (kept >> vertex & 1) != 0).ToArray();
        return vertices.Length == Vertices ? this : Restricted(vertices);
    }

    private Cell Restricted(int[] vertices)
    {
        var edges = 0u;
        for (var target = 1; target < vertices.Length; target++)
        {
            for (var source = 0; source < target; source++)
            {
                edges |= HasEdge(vertices[source], vertices[target]) ? EdgeBit(source, target) : 0;
            }
        }

        return new(edges, [.. vertices[1..^1].Select(vertex => this[vertex])]);
    }

    private uint ReachedFromInput()
    {
        var reached = 1u;
        for (var target = 1; target < Vertices; target++)
        {
            for (var source = 0; source < target; source++)
            {
                reached |= (reached >> source & 1) != 0 && HasEdge(source, target) ? 1u << target : 0;
            }
        }

        return reached;
    }

    private uint ReachingOutput()
    {
        var reaching = 1u << Output;
        for (var source = Output - 1; source >= 0; source--)
        {
            for (var target = source + 1; target < Vertices; target++)
            {
                reaching |= (reaching >> target & 1) != 0 && HasEdge(source, target) ? 1u << source : 0;
            }
        }

        return reaching;
    }
}
