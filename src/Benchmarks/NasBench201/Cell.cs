using System.Collections.Immutable;

namespace ZcBench.Benchmarks.NasBench201;

/// <summary>
/// A NAS-Bench-201 cell: an operation on each of the six edges of four nodes. Node j is the sum over i &lt; j
/// of the edge i→j; node 0 is the input, node 3 the output (Dong and Yang, ICLR 2020, section 2.1).
/// </summary>
public sealed class Cell
{
    private readonly ImmutableArray<EdgeOperation> _operations;

    /// <summary>A cell from its operations in the order of <see cref="Edge.All"/>.</summary>
    public Cell(ImmutableArray<EdgeOperation> operations)
    {
        if (operations.Length != Edge.All.Count)
        {
            throw new ArgumentException("a cell has six edges", nameof(operations));
        }

        _operations = operations;
        (LiveInput, LiveOutput) = Reach();
    }

    /// <summary>The operation on an edge.</summary>
    public EdgeOperation this[Edge edge] => _operations[edge.Index];

    /// <summary>Per node, whether the cell's input can reach it.</summary>
    public ImmutableArray<bool> LiveInput { get; }

    /// <summary>Per node, whether it can reach the cell's output.</summary>
    public ImmutableArray<bool> LiveOutput { get; }

    /// <summary>Whether the output depends on the input at all; 341 cells of the space do not.</summary>
    public bool IsConnected => LiveInput[Edge.Nodes - 1];

    /// <summary>
    /// Whether an edge carries the input's influence to the output: its operation is not none, its source is
    /// reached and its target reaches the output.
    /// </summary>
    public bool IsLive(Edge edge) =>
        this[edge] != EdgeOperation.None && LiveInput[edge.Source] && LiveOutput[edge.Target];

    /// <summary>Whether an edge carries the input's influence, to the output or not.</summary>
    public bool IsFed(Edge edge) => this[edge] != EdgeOperation.None && LiveInput[edge.Source];

    /// <summary>Whether some edge other than none is dead.</summary>
    public bool HasDeadEdge => Edge.All.Any(edge => this[edge] != EdgeOperation.None && !IsLive(edge));

    /// <summary>How many edges have the operation.</summary>
    public int CountOf(EdgeOperation operation) => _operations.Count(item => item == operation);

    private (ImmutableArray<bool> Input, ImmutableArray<bool> Output) Reach()
    {
        var input = new bool[Edge.Nodes];
        var output = new bool[Edge.Nodes];
        input[0] = true;
        output[^1] = true;
        var carrying = Edge.All.Where(edge => _operations[edge.Index] != EdgeOperation.None).ToList();
        foreach (var edge in carrying)
        {
            input[edge.Target] |= input[edge.Source];
        }

        foreach (var edge in carrying.OrderByDescending(edge => edge.Target))
        {
            output[edge.Source] |= output[edge.Target];
        }

        return ([.. input], [.. output]);
    }
}
