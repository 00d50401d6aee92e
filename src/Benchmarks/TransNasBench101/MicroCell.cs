using System.Collections.Immutable;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>A cell of the micro space: an operation on each edge.</summary>
/// <param name="operations">By <see cref="Edge.All"/>.</param>
internal sealed class MicroCell(ImmutableArray<EdgeOperation> operations)
{
    /// <summary>By <see cref="Edge.All"/>.</summary>
    public ImmutableArray<EdgeOperation> Operations => operations;

    /// <summary>The operation of an edge.</summary>
    public EdgeOperation this[Edge edge] => operations[edge.Index];

    /// <summary>Edges out of the cell's input other than "none".</summary>
    public int InputOutDegree => Edge.All.Count(edge => edge.Source == 0 && IsThere(edge));

    /// <summary>Whether a path of edges other than "none" leads from the input to the output.</summary>
    public bool IsConnected => FromInput()[^1];

    /// <summary>
    /// Whether an edge other than "none" gets nothing from the input or gives nothing to the output.
    /// </summary>
    public bool HasDeadEdge => Edge.All.Any(edge => IsThere(edge) && !IsLive(edge));

    /// <summary>
    /// The cell without its dead edges, as a text: cells of one such text are one function.
    /// </summary>
    public string LiveDigits =>
        string.Concat(Edge.All.Select(edge => IsLive(edge) ? (char)('0' + (int)this[edge]) : '0'));

    /// <summary>Number of edges with an operation, out of the input or not.</summary>
    public int Count(EdgeOperation operation, bool fromInput) =>
        Edge.All.Count(edge => edge.Source == 0 == fromInput && this[edge] == operation);

    private bool IsThere(Edge edge) => this[edge] != EdgeOperation.None;

    private bool IsLive(Edge edge) => IsThere(edge) && FromInput()[edge.Source] && ToOutput()[edge.Target];

    private bool[] FromInput()
    {
        var reached = new bool[Edge.Nodes];
        reached[0] = true;
        foreach (var edge in Edge.All.Where(IsThere))
        {
            reached[edge.Target] |= reached[edge.Source];
        }

        return reached;
    }

    private bool[] ToOutput()
    {
        var reaching = new bool[Edge.Nodes];
        reaching[^1] = true;
        foreach (var edge in Edge.All.Where(IsThere).OrderByDescending(edge => edge.Source))
        {
            reaching[edge.Source] |= reaching[edge.Target];
        }

        return reaching;
    }
}
