using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;

namespace ZcBench.Proxies.Tests;

/// <summary>The counts of the graph against closed forms over the cells of NAS-Bench-201.</summary>
public sealed class CountingProxyTests
{
    private static readonly NasBench201Space Space = new();
    private static readonly IReadOnlyList<(Cell Cell, LivePart Live)> Some =
    [
        .. Space
            .Enumerate()
            .Where((_, i) => i % 31 == 0)
            .Select(item => (CellText.Parse(item.Text), new LivePart(Space.Build(item, ImageTask.Cifar10)))),
    ];

    [Fact]
    public void Live_multiply_accumulates_follow_the_live_edges() =>
        Assert.All(
            Some,
            item =>
                Assert.Equal(
                    7_782_400
                        + 650
                        + 35_389_440L * Count(item.Cell, EdgeOperation.Conv3x3)
                        + 3_932_160L * Count(item.Cell, EdgeOperation.Conv1x1),
                    item.Live.Macs
                )
        );

    [Fact]
    public void Live_convolutions_are_those_of_15_cells_and_7_of_the_skeleton() =>
        Assert.All(
            Some,
            item =>
                Assert.Equal(
                    7
                        + 15
                            * (
                                Count(item.Cell, EdgeOperation.Conv3x3)
                                + Count(item.Cell, EdgeOperation.Conv1x1)
                            ),
                    item.Live.Convolutions
                )
        );

    [Fact]
    public void Live_pools_are_those_of_15_cells_and_2_of_the_skeleton() =>
        Assert.All(
            Some,
            item => Assert.Equal(2 + 15 * Count(item.Cell, EdgeOperation.AvgPool3x3), item.Live.Pools)
        );

    [Theory]
    [InlineData("out:0", 0)]
    [InlineData("mp:0/out:1", 1)]
    [InlineData("c3:0/mp:1/c1:2/mp:0/out:3+4", 2)]
    public void Live_pools_of_NAS_Bench_101_are_those_of_9_cells_and_2_between_the_stacks(
        string text,
        int pools
    )
    {
        ISearchSpace space = SearchSpaces.Named("nasbench101");
        Assert.Equal(2 + 9 * pools, new LivePart(space.Build(space.Parse(text), ImageTask.Cifar10)).Pools);
    }

    [Fact]
    public void The_longest_path_passes_15_cells_and_5_convolutions_of_the_skeleton() =>
        Assert.All(
            Some.Where(item => item.Cell.IsConnected),
            item => Assert.Equal(5 + 15 * Depth(item.Cell, Edge.Nodes - 1), item.Live.Depth)
        );

    [Fact]
    public void No_path_leads_through_a_cell_that_passes_nothing_on() =>
        Assert.Equal(
            0,
            new LivePart(
                Space.Build(
                    Space.Parse("|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|none~2|"),
                    ImageTask.Cifar10
                )
            ).Depth
        );

    private static int Count(Cell cell, EdgeOperation operation) =>
        Edge.All.Count(edge => cell[edge] == operation && cell.IsLive(edge));

    private static int Depth(Cell cell, int node) =>
        Edge
            .All.Where(edge => edge.Target == node && cell.IsLive(edge))
            .Select(edge => Depth(cell, edge.Source) + (cell[edge].Kernel() > 0 ? 1 : 0))
            .DefaultIfEmpty()
            .Max();
}
