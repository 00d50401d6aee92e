namespace ZcBench.Benchmarks.Darts;

/// <summary>Checks the edges of a cell one by one.</summary>
/// <param name="name">"normal" or "reduce".</param>
/// <param name="faults">Says where a fault is.</param>
internal sealed class EdgeReader(string name, GenotypeFaults faults)
{
    private const string None = "none";
    private readonly List<Edge> _edges = [];

    /// <summary>Adds the next edge, its operation by name.</summary>
    /// <exception cref="UserError">The operation is unknown, or the input no earlier value.</exception>
    public void Add(string operation, int at, int source, int atSource) =>
        Add(
            CellOperations.ByName.TryGetValue(operation, out var known) ? known
                : operation == None
                    ? throw faults.At(
                        at,
                        "stands 'none', which no finished cell has: "
                            + "DARTS takes the best of the other operations"
                    )
                : throw faults.At(
                    at,
                    $"operation '{operation}' is unknown; "
                        + Names.Suggest(CellOperations.ByName.Keys, operation)
                ),
            source,
            atSource
        );

    /// <summary>Adds the next edge, its operation by number.</summary>
    /// <exception cref="UserError">The number is unknown, or the input no earlier value.</exception>
    public void Add(int operation, int at, int source, int atSource) =>
        Add(
            Enum.IsDefined((CellOperation)operation)
                ? (CellOperation)operation
                : throw faults.At(
                    at,
                    $"operation {operation} is unknown; the numbers are {CellOperations.Numbers}"
                ),
            source,
            atSource
        );

    /// <summary>The cell of all edges.</summary>
    public Cell Cell() => new(_edges);

    private void Add(CellOperation operation, int source, int atSource)
    {
        var node = Darts.Cell.NodeOf(_edges.Count);
        if (source < 0 || source >= node)
        {
            throw faults.At(
                atSource,
                $"node {node} of the cell '{name}' reads {source}, which is not earlier; "
                    + $"it may read 0 to {node - 1}"
            );
        }

        _edges.Add(new(operation, source));
    }
}
