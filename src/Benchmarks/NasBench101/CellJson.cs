using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// A cell as the benchmark's own code takes it: {"matrix": [[0, 1], [0, 0]], "ops": ["input", "output"]}, an
/// upper-triangular adjacency matrix and the official name of each vertex.
/// </summary>
public static class CellJson
{
    private const string InputName = "input", OutputName = "output";

    /// <summary>The specification of a cell on one line.</summary>
    public static string Format(Cell cell)
    {
        var vertices = Enumerable.Range(0, cell.Vertices).ToList();
        var matrix = vertices.Select(row => vertices.Select(column => cell.HasEdge(row, column) ? 1 : 0));
        string[] operations = [InputName, .. cell.Operations.Select(operation => operation.OfficialName()), OutputName];
        return JsonSerializer.Serialize(new Dictionary<string, object> { ["matrix"] = matrix, ["ops"] = operations });
    }

    /// <summary>The cell of a specification, not pruned.</summary>
    public static Cell Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var operations = Member(document.RootElement, "ops").EnumerateArray().Select(item => item.GetString()).ToList();
            return new(Edges(Member(document.RootElement, "matrix"), operations.Count), Interior(operations));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw Refused($"it is no JSON object of a matrix of 0 and 1 and a list of names ({fault.Message})", fault);
        }
    }

    private static JsonElement Member(JsonElement specification, string name) =>
        specification.TryGetProperty(name, out var found) ? found : throw Refused($"it lacks '{name}'");

    private static ImmutableArray<VertexOperation> Interior(List<string?> names)
    {
        if (names is not [InputName, .., OutputName] || names.Count > Cell.MaxVertices)
        {
            throw Refused($"'ops' must run from '{InputName}' to '{OutputName}' over 2 to {Cell.MaxVertices} vertices");
        }

        return [.. names[1..^1].Select(name => VertexOperations.FromOfficialName(name) ?? throw Refused(
            $"operation '{name}' is unknown (known: {string.Join(", ", VertexOperations.All.Select(item => item.OfficialName()))})"))];
    }

    private static uint Edges(JsonElement matrix, int vertices)
    {
        var rows = matrix.EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetInt32()).ToList()).ToList();
        if (vertices > Cell.MaxVertices || rows.Count != vertices || rows.Any(row => row.Count != vertices))
        {
            throw Refused(
                $"the matrix must have as many rows and columns as there are ops, which are {vertices}, and at most {Cell.MaxVertices}");
        }

        var edges = 0u;
        foreach (var (source, row) in rows.Index())
        {
            foreach (var (target, value) in row.Index())
            {
                if (value is not (0 or 1) || (value == 1 && source >= target))
                {
                    throw Refused(string.Create(
                        CultureInfo.InvariantCulture,
                        $"matrix[{source}][{target}] is {value}; entries are 0 or 1, and 0 on and below the diagonal"));
                }

                edges |= value == 1 ? Cell.EdgeBit(source, target) : 0;
            }
        }

        return edges;
    }

    private static UserError Refused(string what, Exception? cause = null)
    {
        var sentence = "the JSON given is not a NAS-Bench-101 architecture: " + what
            + "; the form is {\"matrix\": [[0, 1], [0, 0]], \"ops\": [\"input\", \"output\"]}";
        return cause is null ? new(sentence) : new(sentence, cause);
    }
}
