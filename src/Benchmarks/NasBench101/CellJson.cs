using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// A cell as the benchmark's own code takes it: {"matrix": [[0, 1], [0, 0]], "ops": ["input", "output"]}, an
/// upper-triangular adjacency matrix and the official name of each vertex. The names of its files,
/// "module_adjacency" and
/// "module_operations", are read as well, and so is what Python prints: single quotes, tuples, 1.0 for 1.
/// </summary>
internal static class CellJson
{
    /// <summary>What the benchmark's files call the matrix.</summary>
    public const string OfficialMatrix = "module_adjacency";

    /// <summary>What the benchmark's files call the list of operations.</summary>
    public const string OfficialOperations = "module_operations";

    private const string InputName = "input",
        OutputName = "output",
        MatrixName = "matrix",
        OperationsName = "ops";

    /// <summary>The specification of a cell on one line.</summary>
    public static string Format(Cell cell)
    {
        var vertices = Enumerable.Range(0, cell.Vertices).ToList();
        var matrix = vertices.Select(row => vertices.Select(column => cell.HasEdge(row, column) ? 1 : 0));
        string[] operations =
        [
            InputName,
            .. cell.Operations.Select(operation => operation.OfficialName()),
            OutputName,
        ];
        return JsonSerializer.Serialize(
            new Dictionary<string, object> { [MatrixName] = matrix, [OperationsName] = operations }
        );
    }

    /// <summary>The cell of a matrix and a list of operations, not pruned.</summary>
    /// <exception cref="UserError">They are malformed.</exception>
    public static Cell Parse(string matrix, string operations) =>
        Parse($"{{\"{MatrixName}\": {matrix}, \"{OperationsName}\": {operations}}}");

    /// <summary>The cell of a specification, not pruned.</summary>
    /// <exception cref="UserError">It is malformed.</exception>
    public static Cell Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(
                WithoutPython(json),
                new() { AllowTrailingCommas = true }
            );
            var operations = Member(document.RootElement, OperationsName, OfficialOperations)
                .EnumerateArray()
                .Select(item => item.GetString())
                .ToList();
            return new(
                Edges(Member(document.RootElement, MatrixName, OfficialMatrix), operations.Count),
                Interior(operations)
            );
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw Refused(
                $"it is not a JSON object of a matrix of 0 and 1 and a list of names ({fault.Message})",
                fault
            );
        }
    }

    // No name of a cell holds a quote or a parenthesis.
    private static string WithoutPython(string text) =>
        text.Replace('\'', '"').Replace('(', '[').Replace(')', ']');

    private static JsonElement Member(JsonElement specification, string name, string official) =>
        specification.TryGetProperty(name, out var found) || specification.TryGetProperty(official, out found)
            ? found
            : throw Refused($"it lacks '{name}' (or '{official}')");

    private static ImmutableArray<VertexOperation> Interior(List<string?> names)
    {
        if (names is not [InputName, .., OutputName] || names.Count > Cell.MaxVertices)
        {
            throw Refused(
                $"'ops' must run from '{InputName}' to '{OutputName}' over 2 to {Cell.MaxVertices} vertices"
            );
        }

        var known = VertexOperations.All.Select(item => item.OfficialName());
        return
        [
            .. names[1..^1]
                .Select(name =>
                    VertexOperations.FromOfficialName(name)
                    ?? throw Refused($"operation '{name}' is unknown (known: {string.Join(", ", known)})")
                ),
        ];
    }

    private static uint Edges(JsonElement matrix, int vertices)
    {
        var rows = matrix.EnumerateArray().Select(row => row.EnumerateArray().ToList()).ToList();
        if (vertices > Cell.MaxVertices || rows.Count != vertices || rows.Any(row => row.Count != vertices))
        {
            throw Refused(
                $"the matrix must have as many rows and columns as there are ops, which are {vertices}, "
                    + $"and at most {Cell.MaxVertices}"
            );
        }

        var edges = 0u;
        foreach (var (source, row) in rows.Index())
        {
            foreach (var (target, value) in row.Index())
            {
                var isEdge = IsOne(value);
                if (isEdge is null || (isEdge.Value && source >= target))
                {
                    throw Refused(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"matrix[{source}][{target}] is {value}; entries are 0 or 1, "
                                + $"and 0 on and below the diagonal"
                        )
                    );
                }

                edges |= isEdge.Value ? Cell.EdgeBit(source, target) : 0;
            }
        }

        return edges;
    }

    // NumPy and PyTorch write 0.0 and 1.0 for 0 and 1.
    private static bool? IsOne(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) && number is 0 or 1 => number == 1,
            JsonValueKind.Number => null,
            _ => throw Refused($"the matrix holds {value.GetRawText()}, where 0 or 1 was expected"),
        };

    private static UserError Refused(string what, Exception? cause = null)
    {
        var sentence =
            "the JSON given is not a NAS-Bench-101 architecture: "
            + what
            + "; the form is {\"matrix\": [[0, 1], [0, 0]], \"ops\": [\"input\", \"output\"]}";
        return cause is null ? new(sentence) : new(sentence, cause);
    }
}
