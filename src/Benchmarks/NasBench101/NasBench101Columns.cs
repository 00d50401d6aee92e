using System.Collections.Immutable;
using System.Globalization;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.NasBench101;

/// <summary>
/// A cell in the two columns that the benchmark's own code names so, "module_adjacency" and
/// "module_operations" (JSON or Python lists), in the column "hash", or in three: "vertices" (2 to 7),
/// "adjacency_upper_triangle" (0 or 1 for the pairs 0-1, 0-2, ..., 1-2, ..., row by row) and
/// "interior_operations" (a digit each: 0 conv3x3, 1 conv1x1, 2 maxpool3x3). Accuracies as the benchmark
/// writes them: "mean_test_accuracy_108" and "mean_validation_accuracy_12" are fractions on CIFAR-10 after so
/// many epochs.
/// </summary>
internal sealed class NasBench101Columns(NasBench101Space space) : ITableColumns
{
    private const string Mean = "mean_",
        Test = "test",
        Validation = "validation",
        AccuracyAfter = "_accuracy_";

    private static readonly string[] Digits = ["vertices", "adjacency_upper_triangle", "interior_operations"];
    private static readonly string[] Official = [CellJson.OfficialMatrix, CellJson.OfficialOperations];
    private static readonly string[] Hash = ["hash"];

    public IReadOnlyList<IReadOnlyList<string>> Spellings { get; } = [Digits, Official, Hash];

    public Architecture Read(IReadOnlyList<string> spelling, IReadOnlyList<string> fields) =>
        spelling == Digits ? OfDigits(fields)
        : spelling == Hash ? space.Parse(fields[0])
        : space.Of(CellJson.Parse(fields[0], fields[1]), string.Join(' ', fields));

    private Architecture OfDigits(IReadOnlyList<string> fields)
    {
        var text = string.Join(' ', fields);
        if (fields[0] is not [>= '2' and <= '7'])
        {
            throw Fault("vertices must be 2 to 7");
        }

        var vertices = fields[0][0] - '0';
        if (
            fields[1].Length != vertices * (vertices - 1) / 2
            || fields[1].AsSpan().ContainsAnyExcept('0', '1')
        )
        {
            throw Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the upper triangle must be {vertices * (vertices - 1) / 2} digits 0 or 1"
                )
            );
        }

        if (fields[2].Length != vertices - 2 || fields[2].AsSpan().ContainsAnyExceptInRange('0', '2'))
        {
            throw Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the operations must be {vertices - 2} digits 0, 1 or 2"
                )
            );
        }

        return space.Of(new(Edges(vertices, fields[1]), Operations(fields[2])), text);

        UserError Fault(string what) =>
            new($"'{text}' is not a NAS-Bench-101 architecture: {what}; correct or remove the row");
    }

    public AccuracyColumn? Accuracy(string column)
    {
        foreach (var (name, split) in new[] { (Test, Split.Test), (Validation, Split.Validation) })
        {
            var start = Mean + name + AccuracyAfter;
            if (
                column.StartsWith(start, StringComparison.Ordinal)
                && int.TryParse(
                    column.AsSpan(start.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var epochs
                )
            )
            {
                return new(new(ImageTask.Cifar10.Dataset, split, epochs), AccuracyUnit.Fraction);
            }
        }

        return null;
    }

    private static uint Edges(int vertices, string triangle)
    {
        var edges = 0u;
        var place = 0;
        for (var source = 0; source < vertices; source++)
        {
            for (var target = source + 1; target < vertices; target++)
            {
                edges |= triangle[place++] == '1' ? Cell.EdgeBit(source, target) : 0;
            }
        }

        return edges;
    }

    private static ImmutableArray<VertexOperation> Operations(string digits)
    {
        var operations = ImmutableArray.CreateBuilder<VertexOperation>(digits.Length);
        foreach (var digit in digits)
        {
            operations.Add((VertexOperation)(digit - '0'));
        }

        return operations.MoveToImmutable();
    }
}
