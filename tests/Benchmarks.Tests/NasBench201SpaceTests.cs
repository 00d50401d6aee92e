using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies.Tests;

namespace ZcBench.Benchmarks.Tests;

public sealed class NasBench201SpaceTests
{
    private static readonly NasBench201Space Space = new();

    [Fact]
    public void There_are_15625_distinct_architectures() =>
        Assert.Equal(15_625, Space.Enumerate().Distinct().Count());

    [Fact]
    public void The_text_of_every_architecture_reads_back_as_itself() =>
        Assert.All(
            Space.Enumerate(),
            architecture => Assert.Equal(architecture, Space.Parse(architecture.Text))
        );

    [Theory]
    [InlineData("", 1)]
    [InlineData("nor_conv_3x3~0", 1)]
    [InlineData("|nor_conv_5x5~0|+|none~0|none~1|+|none~0|none~1|none~2|", 2)]
    [InlineData("|none~1|+|none~0|none~1|+|none~0|none~1|none~2|", 6)]
    [InlineData("|none~0|+|none~0|none~1|+|none~0|none~1|", 41)]
    [InlineData("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|+", 48)]
    [InlineData("|none~0|none~0|none~1|+|none~0|none~1|none~2|", 9)]
    public void A_malformed_text_is_refused_with_the_position_of_its_fault(string text, int position)
    {
        var error = Assert.Throws<UserError>(() => Space.Parse(text));
        Assert.Contains($"at character {position} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_has_24_neighbours_and_each_has_it_as_a_neighbour()
    {
        var cell = Space.Parse(
            "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|none~1|avg_pool_3x3~2|"
        );
        var neighbours = Space.Neighbours(cell).ToList();
        Assert.Equal(24, neighbours.Distinct().Count());
        Assert.DoesNotContain(cell, neighbours);
        Assert.All(neighbours, neighbour => Assert.Contains(cell, Space.Neighbours(neighbour)));
    }

    // Parameters for three tasks and millions of MACs at CIFAR-10, as the benchmark's own files state them.
    [Theory]
    [InlineData(
        "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|",
        129_306,
        135_156,
        136_456,
        15_647_370
    )]
    [InlineData(
        "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|",
        802_426,
        808_276,
        809_576,
        113_951_370
    )]
    [InlineData(
        "|skip_connect~0|+|nor_conv_3x3~0|nor_conv_1x1~1|+|nor_conv_3x3~0|nor_conv_1x1~1|nor_conv_3x3~2|",
        858_426,
        864_276,
        865_576,
        121_815_690
    )]
    public void Size_equals_the_benchmarks_records(string text, long c10, long c100, long in16, long macs)
    {
        var architecture = Space.Parse(text);
        Assert.Equal(c10, Space.Parameters(architecture, ImageTask.Cifar10));
        Assert.Equal(c100, Space.Parameters(architecture, ImageTask.Cifar100));
        Assert.Equal(in16, Space.Parameters(architecture, ImageTask.ImageNet16));
        Assert.Equal(macs, Space.Macs(architecture, ImageTask.Cifar10));
    }

    [Fact]
    public void Closed_forms_equal_the_count_over_the_network_for_every_task()
    {
        // A number has a digit for each edge, to the base of five: one in seven has all there.
        foreach (var architecture in Space.Enumerate().Where((_, i) => LongTests.AreAsked || i % 7 == 0))
        {
            foreach (var task in ImageTask.All.Values)
            {
                var blueprint = Space.Build(architecture, task);
                Assert.Equal(Space.Parameters(architecture, task), blueprint.Parameters);
                Assert.Equal(Space.Macs(architecture, task), blueprint.Macs);
            }
        }
    }

    [Fact]
    public void The_networks_units_are_those_of_the_closed_form()
    {
        foreach (var architecture in Space.Enumerate())
        {
            var convolutions = CellText.Parse(architecture.Text) is var cell
                ? cell.CountOf(EdgeOperation.Conv1x1) + cell.CountOf(EdgeOperation.Conv3x3)
                : 0;
            var units = Space
                .Build(architecture, ImageTask.Cifar10)
                .Steps.Sum(step => step.Operation is Relu relu ? step.Output.Elements * relu.Modules : 0);
            Assert.Equal(40_960 + 143_360 * convolutions, units);
        }
    }

    [Fact]
    public void A_network_has_a_stem_and_17_cells_as_stages()
    {
        var stages = Space
            .Build(Space.Enumerate().Last(), ImageTask.Cifar10)
            .Stages.Select(stage => stage.Name);
        Assert.Equal(["stem", .. Enumerable.Range(0, 17).Select(i => $"cell{i:D2}")], stages);
    }

    [Fact]
    public void Steps_behind_none_edges_are_not_needed_for_the_logits()
    {
        var dead = Space.Parse("|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_1x1~2|");
        var blueprint = Space.Build(dead, ImageTask.Cifar10);
        var needed = blueprint.Needed([blueprint.Steps.Length - 1]);
        var convolutions = blueprint
            .Steps.Where(step => needed[step.Index] && step.Operation is Convolution)
            .Select(step => ((Convolution)step.Operation).Path);
        Assert.DoesNotContain(convolutions, path => path.Contains("edge", StringComparison.Ordinal));
    }
}
