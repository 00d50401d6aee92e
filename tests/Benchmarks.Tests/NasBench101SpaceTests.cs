using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench101;

namespace ZcBench.Benchmarks.Tests;

public sealed class NasBench101SpaceTests
{
    private const string Readme = "c3:0/c1:0/mp:0/c3:0/c3:4/out:1+2+3+5";
    private static readonly NasBench101Space Space = new();

    [Theory]
    [InlineData(Readme)]
    [InlineData("out:0")]
    [InlineData("mp:0/c1:0+1/c3:1/out:0+2+3")]
    [InlineData("c3:0/c3:0+1/c3:0+2/c1:3/mp:4/out:5")]
    public void A_text_in_canonical_form_reads_back_as_itself(string text)
    {
        Assert.Equal(text, Space.Parse(text).Text);
        Assert.Equal(text, Space.Parse(CellJson.Format(CellText.Parse(text))).Text);
    }

    [Fact]
    public void The_json_of_matrix_and_operations_is_read_too()
    {
        var parsed = Space.Parse(
            """
            { "matrix": [[0,1,1,1,1,0,0],[0,0,0,0,0,0,1],[0,0,0,0,0,0,1],[0,0,0,0,0,0,1],
                         [0,0,0,0,0,1,0],[0,0,0,0,0,0,1],[0,0,0,0,0,0,0]],
              "ops": ["input","conv3x3-bn-relu","conv1x1-bn-relu","maxpool3x3",
                      "conv3x3-bn-relu","conv3x3-bn-relu","output"] }
            """
        );
        Assert.Equal(Readme, parsed.Text);
    }

    [Fact]
    public void Json_is_written_as_the_benchmark_takes_it() =>
        Assert.Equal(
            """{"matrix":[[0,1,1],[0,0,1],[0,0,0]],"ops":["input","conv1x1-bn-relu","output"]}""",
            CellJson.Format(CellText.Parse("c1:0/out:0+1"))
        );

    [Theory]
    [InlineData("c3:0/c1:/mp:1/out:3", "c3:0/mp:1/out:2")]
    [InlineData("c3:0/c1:1/mp:0/out:1", "c3:0/out:1")]
    [InlineData("c3:0/c1:1/mp:0+2/c3:/c3:0+1/out:0+5", "c3:0/c3:0+1/out:0+2")]
    public void Vertices_on_no_path_are_pruned_and_the_others_keep_their_order(string text, string pruned) =>
        Assert.Equal(pruned, Space.Parse(text).Text);

    [Theory]
    [InlineData("", 1)]
    [InlineData("c5:0/out:1", 1)]
    [InlineData("c3/out:1", 1)]
    [InlineData("c3:1/out:1", 4)]
    [InlineData("c3:0/c3:1+0/out:2", 11)]
    [InlineData("c3:0/out:0+0", 12)]
    [InlineData("c3:0+/out:1", 6)]
    [InlineData("c3:0/out:1/", 11)]
    [InlineData("c3:0", 5)]
    [InlineData("c3:0/c3:1/c3:2/c3:3/c3:4/c3:5/out:6", 28)]
    public void A_malformed_text_is_refused_with_the_position_of_its_fault(string text, int position)
    {
        var error = Assert.Throws<UserError>(() => Space.Parse(text));
        Assert.Contains($"at character {position} ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "it is not a JSON object")]
    [InlineData("{\"matrix\": [[0]]}", "it lacks 'ops'")]
    [InlineData("{\"ops\": [\"input\", \"output\"]}", "it lacks 'matrix'")]
    [InlineData("{\"matrix\": [[0, 1]], \"ops\": [\"input\", \"output\"]}", "as many rows and columns")]
    [InlineData("{\"matrix\": [[0, 1], [1, 0]], \"ops\": [\"input\", \"output\"]}", "matrix[1][0] is 1")]
    [InlineData("{\"matrix\": [[0, 2], [0, 0]], \"ops\": [\"input\", \"output\"]}", "matrix[0][1] is 2")]
    [InlineData(
        "{\"matrix\": [[0, 1], [0, 0]], \"ops\": [\"output\", \"input\"]}",
        "'ops' must run from 'input' to 'output'"
    )]
    [InlineData("{\"matrix\": 3, \"ops\": [\"input\", \"output\"]}", "it is not a JSON object")]
    [InlineData(
        "{\"matrix\": [[0,1,0],[0,0,1],[0,0,0]], \"ops\": [\"input\", \"conv5x5\", \"output\"]}",
        "operation 'conv5x5' is unknown"
    )]
    public void Malformed_json_is_refused_with_its_fault(string json, string message)
    {
        var error = Assert.Throws<UserError>(() => Space.Parse(json));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c3:0/out:", "no path leads from the input to the output")]
    [InlineData("c3:0/c3:0+1/c3:0+1+2/c3:0+1+2+3/out:4", "11 edges")]
    public void A_graph_that_is_no_cell_is_refused(string text, string message)
    {
        var error = Assert.Throws<UserError>(() => Space.Parse(text));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // Parameters as the benchmark's notebook and its table state them.
    [Theory]
    [InlineData(Readme, 2_694_282)]
    [InlineData("out:0", 882_570)]
    [InlineData("c1:0/out:1", 1_920_138)]
    [InlineData("c3:0/out:1", 10_177_674)]
    [InlineData("c3:0/c3:0+1/out:2", 20_346_506)]
    [InlineData("c3:0/c3:1/c3:2/c3:3/c3:4/out:5", 47_358_090)]
    public void Parameters_equal_the_benchmarks_records(string text, long parameters) =>
        Assert.Equal(parameters, Space.Parameters(Space.Parse(text), ImageTask.Cifar10));

    [Fact]
    public void Closed_forms_equal_the_count_over_the_network()
    {
        foreach (var architecture in Space.Enumerate().Where((_, i) => i % 997 == 0))
        {
            foreach (var task in ImageTask.All.Values)
            {
                var blueprint = Space.Build(architecture, task);
                Assert.Equal(Space.Parameters(architecture, task), blueprint.Parameters);
                Assert.Equal(Space.Macs(architecture, task), blueprint.Macs);
            }
        }
    }

    // Channels of cells drawn by hand, with the rule of the paper's code: even split, remainder to the first.
    [Theory]
    [InlineData("c3:0/c3:0/out:1+2", 128, 512, new[] { 128, 256, 256, 512 })]
    [InlineData("c3:0/c3:0/c3:0/out:1+2+3", 128, 512, new[] { 128, 171, 171, 170, 512 })]
    [InlineData("c3:0/c3:1/c3:1/c3:1/out:2+3+4", 64, 128, new[] { 64, 43, 43, 43, 42, 128 })]
    [InlineData("c3:0/c3:1/c3:2/out:0+3", 64, 128, new[] { 64, 128, 128, 128, 128 })]
    [InlineData("out:0", 64, 128, new[] { 64, 128 })]
    public void Channels_are_split_evenly_and_passed_backwards(
        string text,
        int input,
        int output,
        int[] channels
    ) => Assert.Equal(channels, VertexChannels.Of(CellText.Parse(text), input, output));

    [Fact]
    public void An_interior_edge_cuts_off_the_channels_that_its_target_lacks()
    {
        // Of 128 channels, 43, 43 and 42 fall to the last three vertices, of 256 86, 85, 85, and vertex 1
        // takes the most.
        var blueprint = Space.Build(Space.Parse("c3:0/c3:1/c3:1/c3:1/out:2+3+4"), ImageTask.Cifar10);
        Assert.Equal(
            [42, 42, 42, 85, 85, 85, 85, 85, 85, 170, 170, 170],
            blueprint.Steps.Select(step => step.Operation).OfType<ChannelRange>().Select(first => first.Count)
        );
    }

    [Fact]
    public void A_network_has_a_stem_and_nine_cells_as_stages()
    {
        var stages = Space.Build(Space.Parse(Readme), ImageTask.Cifar10).Stages;
        Assert.Equal(
            ["stem", .. Enumerable.Range(0, 9).Select(i => $"cell{i:D2}")],
            stages.Select(stage => stage.Name)
        );
    }

    [Fact]
    public void Parameters_are_named_after_cell_and_vertex()
    {
        var blueprint = Space.Build(Space.Parse("c3:0/mp:0/out:0+1+2"), ImageTask.Cifar10);
        Assert.Equal(
            ["cell08.proj1.conv", "cell08.v1.conv", "cell08.proj2.conv", "cell08.proj3.conv"],
            blueprint.CellSteps.Select(step => step.Operation).OfType<Convolution>().Select(conv => conv.Path)
        );
    }
}
