using System.Collections.Immutable;
using System.Globalization;
using ZcBench.Benchmarks.NasBench101;

namespace ZcBench.Imports.NasBench101;

/// <summary>Cells as records spell them.</summary>
internal static class CellRecords
{
    private const int OperationBits = 2;
    private const string Input = "input",
        Output = "output";

    /// <summary>
    /// The cell of n² digits, the adjacency matrix row by row, and n names with commas between.
    /// </summary>
    /// <exception cref="InvalidDataException">They are malformed.</exception>
    public static Cell Parse(string adjacency, string operations)
    {
        var names = operations.Split(',');
        var vertices = names.Length;
        if (names is not [Input, .., Output] || vertices > Cell.MaxVertices)
        {
            throw new InvalidDataException(
                $"operations '{operations}', where 2 to 7 from '{Input}' to '{Output}' were expected"
            );
        }

        if (adjacency.Length != vertices * vertices || adjacency.AsSpan().ContainsAnyExcept('0', '1'))
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"adjacency '{adjacency}', where {vertices * vertices} digits 0 or 1 were expected"
                )
            );
        }

        var edges = 0u;
        for (var place = 0; place < adjacency.Length; place++)
        {
            var (source, target) = (place / vertices, place % vertices);
            if (adjacency[place] == '1')
            {
                edges |=
                    source < target
                        ? Cell.EdgeBit(source, target)
                        : throw new InvalidDataException(
                            $"adjacency '{adjacency}', which has an edge backwards"
                        );
            }
        }

        var interior = ImmutableArray.CreateBuilder<VertexOperation>(vertices - 2);
        foreach (var name in names.AsSpan(1, vertices - 2))
        {
            interior.Add(
                VertexOperations.FromOfficialName(name)
                    ?? throw new InvalidDataException($"operation '{name}' is unknown")
            );
        }

        return new(edges, interior.MoveToImmutable());
    }

    /// <summary>
    /// A number that is the same for two graphs only if edges, operations and their order are.
    /// </summary>
    public static ulong Code(Cell cell)
    {
        var code = 1ul;
        foreach (var operation in cell.Operations)
        {
            code = code << OperationBits | (uint)operation;
        }

        for (var target = 1; target < cell.Vertices; target++)
        {
            for (var source = 0; source < target; source++)
            {
                code = code << 1 | (cell.HasEdge(source, target) ? 1ul : 0);
            }
        }

        return code;
    }
}
