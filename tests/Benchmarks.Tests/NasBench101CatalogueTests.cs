using ZcBench.Benchmarks.NasBench101;

namespace ZcBench.Benchmarks.Tests;

/// <summary>The whole space, against the table of the benchmark where it is at hand.</summary>
public sealed class NasBench101CatalogueTests
{
    private const string Table = "nasbench101.csv.gz";
    private static readonly NasBench101Space Space = new();

    [Fact]
    public void There_are_423624_cells() => Assert.Equal(Space.Count, Space.Enumerate().LongCount());

    [Fact]
    public void The_hash_does_not_depend_on_the_numbering_of_the_vertices() =>
        Assert.Equal(
            GraphHash.Of(CellText.Parse("c3:0/c1:0/mp:1/out:2+3")),
            GraphHash.Of(CellText.Parse("c1:0/c3:0/mp:2/out:1+3"))
        );

    // A hash is fifty digests, so it is compared in every fourth row.
    [Fact]
    public void Hashes_and_parameters_of_the_table_are_reproduced()
    {
        var rows = SharedData.Rows(Table).ToList();
        Assert.Equal(Space.Count, rows.Count);
        Parallel.ForEach(
            rows.Index(),
            item =>
            {
                var (number, row) = item;
                var cell = Read(row);
                Assert.Equal(row[0], number % 4 == 0 ? GraphHash.Of(cell) : row[0]);
                Assert.Equal(
                    row[4],
                    $"{Space.Parameters(Space.Parse(CellText.Format(cell)), ImageTask.Cifar10)}"
                );
            }
        );
    }

    [Fact]
    public void The_enumeration_holds_the_very_numberings_of_the_table() =>
        Assert.Equal(
            SharedData.Rows(Table).Select(row => CellText.Format(Read(row))).Order(StringComparer.Ordinal),
            Space.Enumerate().Select(architecture => architecture.Text).Order(StringComparer.Ordinal)
        );

    // Columns: hash, vertices, upper triangle row by row, operations, parameters, accuracy.
    private static Cell Read(string[] row)
    {
        var vertices = row[1][0] - '0';
        var edges = 0u;
        var bit = 0;
        for (var source = 0; source < vertices; source++)
        {
            for (var target = source + 1; target < vertices; target++)
            {
                edges |= row[2][bit++] == '1' ? Cell.EdgeBit(source, target) : 0;
            }
        }

        return new(edges, [.. row[3].Select(digit => (VertexOperation)(digit - '0'))]);
    }
}
