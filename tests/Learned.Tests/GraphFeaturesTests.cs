using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Graphs;
using ZcBench.Learned.Features;

namespace ZcBench.Learned.Tests;

public sealed class GraphFeaturesTests
{
    private static readonly string[] Operations = ["a", "b"];

    // Sets of operations: {a}, {b}, {a, b}; of each: shortest path, most on a path, into the output, out of
    // the input, and both over the nodes.
    [Fact]
    public void An_edge_labelled_cell_has_the_features_counted_by_hand()
    {
        var cell = CellGraph.OfEdges(3, Operations, [(0, 1, 0), (0, 2, 1), (1, 2, 0)]);
        Assert.Equal(
            [2, 1, .. Set(2, 2, 1, 1, 2.0 / 3), .. Set(1, 1, 1, 1, 1.0 / 3), .. Set(1, 2, 2, 2, 1)],
            GraphFeatures.Of(cell)
        );

        static double[] Set(double shortest, double most, double into, double outOf, double mean) =>
            [shortest, most, into, outOf, mean, mean];
    }

    // input -> a -> b -> output, and input -> output.
    [Fact]
    public void A_node_labelled_cell_counts_operations_on_nodes()
    {
        var cell = CellGraph.OfNodes(Operations, [0, 1], [(0, 1), (1, 2), (0, 3), (2, 3)]);
        Assert.Equal(
            [
                1,
                1,
                // {a}: only the edge from input to output is left.
                1,
                0,
                0,
                1,
                1.0 / 4,
                1.0 / 4,
                // {b}
                1,
                0,
                1,
                0,
                1.0 / 4,
                1.0 / 4,
                // {a, b}
                1,
                2,
                1,
                1,
                2.0 / 4,
                2.0 / 4,
            ],
            GraphFeatures.Of(cell)
        );
    }

    [Fact]
    public void Without_a_path_the_shortest_is_longer_than_any_and_the_longest_is_empty()
    {
        var cell = CellGraph.OfEdges(3, Operations, [(0, 1, 0), (1, 2, 0)]);
        Assert.Equal([4, 0], GraphFeatures.Of(cell)[8..10]);
    }

    [Theory]
    [InlineData("nasbench201", "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|", 191)]
    [InlineData("nasbench101", "0100000001000000010000000100000001000000010000000:c3,c3,c1,mp,c3", 45)]
    public void A_space_has_as_many_features_as_published(string space, string text, int count)
    {
        var named = SearchSpaces.Named(space);
        var cell = space == "nasbench101" ? named.Enumerate().ElementAt(1000) : named.Parse(text);
        var features = GraphFeatures.Of(named, [cell])!;
        Assert.Equal(count, features.Names.Count);
        Assert.Equal(count, features.Names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(count, features.Rows[0].Length);
    }

    [Fact]
    public void A_space_without_single_cells_has_no_graphs()
    {
        var darts = SearchSpaces.Named("nasbenchmacro");
        Assert.Null(GraphFeatures.Of(darts, [darts.Enumerate().First()]));
    }
}
