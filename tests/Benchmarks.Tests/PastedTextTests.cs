namespace ZcBench.Benchmarks.Tests;

public sealed class PastedTextTests
{
    private const string Cell =
        "|avg_pool_3x3~0|+|skip_connect~0|none~1|+|nor_conv_1x1~0|avg_pool_3x3~1|nor_conv_1x1~2|";

    [Theory]
    [InlineData("nasbench201", "  " + Cell + "\n", Cell)]
    [InlineData("nasbench201", "(4, 0, 3, 1, 4, 3)", Cell)]
    [InlineData("nasbench201", " [4,0,3,1,4,3] ", Cell)]
    [InlineData("nasbench101", " c3:0/out:1\t", "c3:0/out:1")]
    [InlineData(
        "nasbench101",
        "{\"matrix\": [[0.0, 1.0], [0.0, 0.0]], \"ops\": [\"input\", \"output\"]}",
        "out:0"
    )]
    [InlineData(
        "nasbench101",
        "{\"module_adjacency\": [[0, 1], [0, 0]], \"module_operations\": [\"input\", \"output\"]}",
        "out:0"
    )]
    [InlineData(
        "nasbench101",
        "{'module_adjacency': ((0, 1), (0, 0)), 'module_operations': ['input', 'output',]}",
        "out:0"
    )]
    [InlineData("nasbench101", "02e5a0247bbdcf2860b7e96f74961594", "c1:0/c3:0/mp:2/c3:3/c3:0+1+4/out:0+5")]
    [InlineData("nasbench101", " 02E5A0247BBDCF2860B7E96F74961594 ", "c1:0/c3:0/mp:2/c3:3/c3:0+1+4/out:0+5")]
    public void What_means_one_architecture_is_read(string space, string pasted, string text) =>
        Assert.Equal(text, SearchSpaces.Named(space).Parse(pasted).Text);

    [Theory]
    [InlineData(
        "nasbench201",
        "1234",
        "'1234' is an index, and only the table that it is from says which NAS-Bench-201 architecture has it"
    )]
    [InlineData(
        "nasbench101",
        "7",
        "'7' is an index, and only the table that it is from says which NAS-Bench-101 architecture has it"
    )]
    [InlineData(
        "nasbench101",
        "02e5a0247bbdcf2860b7e96f74961595",
        "looks like a hash of NAS-Bench-101, but no cell of the benchmark has it"
    )]
    [InlineData("nasbench201", "(4, 0, 3, 1, 4)", "six numbers from 0 to 4 were expected")]
    [InlineData("nasbench201", "", "at character 1 ")]
    [InlineData(
        "nasbench101",
        "{\"matrix\": [[0, 0.5], [0, 0]], \"ops\": [\"input\", \"output\"]}",
        "matrix[0][1] is 0.5; entries are 0 or 1"
    )]
    [InlineData(
        "nasbench101",
        "{\"ops\": [\"input\", \"output\"]}",
        "it lacks 'matrix' (or 'module_adjacency')"
    )]
    public void What_does_not_is_refused_with_the_reason(string space, string pasted, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => SearchSpaces.Named(space).Parse(pasted)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_hash_stands_for_the_cell_of_the_benchmarks_own_enumeration()
    {
        var space = SearchSpaces.Named("nasbench101");
        Assert.All(
            space.Enumerate().Take(2000),
            cell =>
                Assert.Equal(
                    cell,
                    space.Parse(NasBench101.GraphHash.Of(NasBench101.CellText.Parse(cell.Text)))
                )
        );
    }
}
