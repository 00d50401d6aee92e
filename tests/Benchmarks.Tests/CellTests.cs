using ZcBench.Benchmarks.NasBench201;

namespace ZcBench.Benchmarks.Tests;

public sealed class CellTests
{
    private static readonly IReadOnlyList<Cell> All =
    [
        .. new NasBench201Space().Enumerate().Select(architecture => CellText.Parse(architecture.Text)),
    ];

    [Fact]
    public void The_output_is_cut_off_from_the_input_in_341_cells() =>
        Assert.Equal(341, All.Count(cell => !cell.IsConnected));

    [Fact]
    public void In_9445_cells_no_edge_is_dead_the_cell_of_only_none_edges_among_them() =>
        Assert.Equal(9_445, All.Count(cell => !cell.HasDeadEdge));

    [Fact]
    public void There_are_5259_functions_of_the_input_and_zero() =>
        Assert.Equal(5_260, All.Select(cell => CanonicalForm.Of(cell)).Distinct().Count());

    [Fact]
    public void Unfolded_into_trees_there_are_4929_and_zero() =>
        Assert.Equal(4_930, All.Select(CanonicalForm.AsTree).Distinct().Count());

    [Fact]
    public void There_are_9445_cells_without_a_dead_branch() =>
        Assert.Equal(9_445, All.Count(cell => !cell.HasDeadEdge));

    [Fact]
    public void One_convolution_read_twice_is_not_two_convolutions() =>
        Assert.NotEqual(
            CanonicalForm.Of(
                CellText.Parse(
                    "|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|none~0|skip_connect~1|skip_connect~2|"
                )
            ),
            CanonicalForm.Of(
                CellText.Parse(
                    "|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|nor_conv_3x3~0|none~1|skip_connect~2|"
                )
            )
        );

    [Fact]
    public void Convolutions_that_look_alike_may_be_exchanged() =>
        Assert.Equal(
            CanonicalForm.Of(
                CellText.Parse(
                    "|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|none~0|avg_pool_3x3~1|skip_connect~2|"
                )
            ),
            CanonicalForm.Of(
                CellText.Parse(
                    "|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|none~0|skip_connect~1|avg_pool_3x3~2|"
                )
            )
        );

    [Fact]
    public void The_papers_6466_topologies_are_those_of_its_own_code() =>
        Assert.Equal(6_466, All.Select(cell => CanonicalForm.AsPublished(cell)).Distinct().Count());

    [Theory]
    [InlineData(
        "|skip_connect~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|skip_connect~2|",
        "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|"
    )]
    [InlineData(
        "|nor_conv_1x1~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|",
        "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|"
    )]
    public void Isomorphic_cells_have_one_canonical_form(string one, string other) =>
        Assert.Equal(CanonicalForm.Of(CellText.Parse(one)), CanonicalForm.Of(CellText.Parse(other)));

    [Fact]
    public void An_edge_behind_a_none_edge_is_dead()
    {
        var cell = CellText.Parse("|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_1x1~2|");
        Assert.False(cell.IsLive(new(0, 1)));
        Assert.False(cell.IsLive(new(2, 3)));
        Assert.True(cell.IsLive(new(0, 3)));
    }
}
