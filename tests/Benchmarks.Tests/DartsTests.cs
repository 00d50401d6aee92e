using System.Globalization;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Darts;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Tests;

public sealed class DartsTests
{
    private const string Genotype =
        "Genotype(normal=[('sep_conv_3x3', 1), ('sep_conv_3x3', 0), ('skip_connect', 0), ('sep_conv_3x3', "
        + "1), ('dil_conv_5x5', 3), ('avg_pool_3x3', 1), ('max_pool_3x3', 0), ('dil_conv_3x3', 4)], "
        + "normal_concat=range(2, 6), reduce=[('max_pool_3x3', 0), ('max_pool_3x3', 1), ('skip_connect', 2), "
        + "('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2), ('skip_connect', 2), "
        + "('sep_conv_5x5', 1)], reduce_concat=[2, 3, 4, 5])";

    private const string Text =
        "normal:sep_conv_3x3~0+sep_conv_3x3~1/skip_connect~0+sep_conv_3x3~1/"
        + "avg_pool_3x3~1+dil_conv_5x5~3/max_pool_3x3~0+dil_conv_3x3~4:"
        + "reduce:max_pool_3x3~0+max_pool_3x3~1/max_pool_3x3~1+skip_connect~2/"
        + "max_pool_3x3~0+skip_connect~2/sep_conv_5x5~1+skip_connect~2";

    private const string Numbers =
        "[[(0, 3), (1, 3), (0, 2), (1, 3), (1, 1), (3, 6), (0, 0), (4, 5)], [(0, 0), (1, 0), (1, 0), (2, 2), "
        + "(0, 0), (2, 2), (1, 4), (2, 2)]]";

    private const string Same = "[(0, 3), (1, 3), (0, 3), (1, 3), (0, 3), (1, 3), (0, 3), (1, 3)]";

    private static readonly DartsSpace Space = (DartsSpace)SearchSpaces.Named("darts");

    [Fact]
    public void The_three_texts_are_one_architecture()
    {
        var one = Space.Parse(Text);
        Assert.Equal(Text, one.Text);
        Assert.Equal(one, Space.Parse(Genotype));
        Assert.Equal(one, Space.Parse(Numbers));
        Assert.Equal(one, Space.FromNasLib(Numbers));
        Assert.Equal(Numbers, Space.ToNasLib(one));
    }

    [Fact]
    public void Blanks_brackets_and_quotes_do_not_matter()
    {
        var one = Space.Parse(Text);
        Assert.Equal(one, Space.Parse(Numbers.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(one, Space.Parse(Numbers.Replace('[', '(').Replace(']', ')')));
        Assert.Equal(one, Space.Parse(Numbers.Replace('(', '[').Replace(')', ']')));
        Assert.Equal(one, Space.Parse(Genotype.Replace(",", " ,\n", StringComparison.Ordinal)));
        Assert.Equal(one, Space.Parse(Genotype.Replace('\'', '"')));
        Assert.Equal(
            one,
            Space.Parse(Genotype.Replace("range(2, 6)", "(2, 3, 4, 5,)", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void The_order_of_a_nodes_edges_matters_only_where_they_read_one_value()
    {
        var swapped = Text.Replace(
            "skip_connect~0+sep_conv_3x3~1",
            "sep_conv_3x3~1+skip_connect~0",
            StringComparison.Ordinal
        );
        Assert.Equal(Text, Space.Parse(swapped).Text);
        var twice = Text.Replace("skip_connect~0+sep_conv_3x3~1", "{0}", StringComparison.Ordinal);
        var one = Space.Parse(
            twice.Replace("{0}", "sep_conv_3x3~1+dil_conv_3x3~1", StringComparison.Ordinal)
        );
        var two = Space.Parse(
            twice.Replace("{0}", "dil_conv_3x3~1+sep_conv_3x3~1", StringComparison.Ordinal)
        );
        Assert.NotEqual(one, two);
        Assert.Equal(Space.Examine(one).Function, Space.Examine(two).Function);
        Assert.Contains(
            Space.Build(one, ImageTask.Cifar10).Steps,
            step => step.Operation is Convolution { Path: "cell00.edge1-3.2.dw" }
        );
    }

    [Theory]
    [InlineData("", "none of its forms starts so")]
    [InlineData("12", "is an index")]
    [InlineData("|none~0|", "check --space")]
    [InlineData("64-1234-basic", "check --space")]
    [InlineData("c3:0/out:1", "check --space")]
    [InlineData("normal", "at character 1 'normal:' was expected")]
    [InlineData("normal:", "':reduce:' and the nodes of the reduction cell are missing")]
    [InlineData("normal::reduce:", "the cell 'normal' has 1 node and four were expected")]
    [InlineData("normal:a/b/c/d:reduce:", "node 2 of the cell 'normal' has 1 edge and two were expected")]
    [InlineData("normal:a+b/b/c/d:reduce:", "'a' was found where an operation and its input were expected")]
    [InlineData(
        "normal:sep_conv3x3~0+b/b/c/d:reduce:",
        "at character 8 operation 'sep_conv3x3' is unknown; did you mean 'sep_conv_3x3'?"
    )]
    [InlineData("normal:none~0+b/b/c/d:reduce:", "stands 'none', which no finished cell has")]
    [InlineData(
        "normal:skip_connect~2+b/b/c/d:reduce:",
        "at character 21 node 2 of the cell 'normal' reads 2, which is not earlier; it may read 0 to 1"
    )]
    [InlineData("(4, 0, 3, 1, 4, 3)", "stands a list of 6, where two cells were expected")]
    [InlineData(
        "[[], []]",
        "at character 2 the cell 'normal' is a list of 0, where a list of 8 pairs was expected"
    )]
    [InlineData(
        "[[1,1,1,1,1,1,1,1],[]]",
        "stands the number 1, where the numbers of an input and an operation"
    )]
    [InlineData("[" + Same + ", " + Same, "the text ends early")]
    [InlineData("[" + Same + ", " + Same + "] x", "the text should end, but 'x' follows")]
    [InlineData(
        "[[(0, 7), 1, 1, 1, 1, 1, 1, 1], " + Same + "]",
        "operation 7 is unknown; the numbers are 0 max_pool_3x3"
    )]
    [InlineData(
        "[[(2, 3), 1, 1, 1, 1, 1, 1, 1], " + Same + "]",
        "at character 4 node 2 of the cell 'normal' reads 2"
    )]
    [InlineData("[[(-1, 3), 1, 1, 1, 1, 1, 1, 1], " + Same + "]", "reads -1")]
    [InlineData("[[(0, 3, 1), 1, 1, 1, 1, 1, 1, 1], " + Same + "]", "stands a list of 3")]
    [InlineData("[[[[[[[[[[1]]]]]]]]]]", "brackets are nested too deeply")]
    [InlineData("Genotype", "stands the word 'Genotype'")]
    [InlineData("Genotype(normal=[])", "the cell 'normal' is a list of 0")]
    [InlineData("Genotype(reduce=[])", "the genotype has no 'normal'")]
    [InlineData("Genotype(normal:[])", "'=' was expected after 'normal'")]
    [InlineData("Genotype(normals=[])", "a genotype has no 'normals'; did you mean 'normal'?")]
    [InlineData("Genotype(normal_concat=[3, 4, 5])", "'normal_concat' is not [2, 3, 4, 5]")]
    [InlineData("Genotype(normal=[('sep_conv_3x3', 0)])", "the cell 'normal' is a list of 1")]
    [InlineData("Genotype(normal=range(3))", "range takes two numbers")]
    [InlineData("Genotype(normal=['sep_conv_3x3)])", "a quote is not closed")]
    [InlineData("[99999999999]", "is no number of this form")]
    public void A_malformed_text_is_refused_in_a_sentence_that_says_where(string text, string message)
    {
        var error = Assert.Throws<UserError>(() => Space.Parse(text));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_180_times_7_to_the_eighth_cells_of_each_kind()
    {
        const long Cells = 180L * 5_764_801;
        Assert.Equal(Cells * Cells, Space.Count);
        Assert.Equal(Space.At(0), Space.Enumerate().First());
        Assert.Equal(2_000, Space.Enumerate().Take(2_000).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Space.At(Space.Count));
    }

    [Fact]
    public void Every_index_is_another_architecture_that_is_read_back()
    {
        var drawn = Drawn(500).Append(Space.At(0)).Append(Space.At(Space.Count - 1)).ToList();
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
        Assert.All(drawn, one => Assert.Equal(one, Space.Parse(one.Text)));
        Assert.All(drawn, one => Assert.Equal(one, Space.FromNasLib(Space.ToNasLib(one)!)));
    }

    // 16 edges, six other operations each; nodes 3 to 5 may read one to three other values.
    [Fact]
    public void Neighbours_differ_in_one_operation_or_one_input()
    {
        var one = Space.Parse(Text);
        var neighbours = Space.Neighbours(one).ToList();
        Assert.Equal(2 * (8 * 6 + 2 * (1 + 2 + 3)), neighbours.Count);
        Assert.Equal(neighbours.Count, neighbours.Distinct().Count());
        Assert.All(neighbours, other => Assert.Contains(one, Space.Neighbours(other)));
        Assert.DoesNotContain(one, neighbours);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 3)]
    [InlineData(8, 4)]
    [InlineData(16, 8)]
    [InlineData(36, 20)]
    public void Closed_forms_equal_the_count_over_the_network(int channels, int cells)
    {
        foreach (var one in Drawn(8).Append(Space.Parse(Text)))
        {
            foreach (var side in new[] { 8, 32, 33 })
            {
                var task = ImageTask.Cifar100.OfSide(side).In(Space, channels, cells);
                var network = Space.Build(one, task);
                Assert.Equal(network.Parameters, Space.Parameters(one, task));
                Assert.Equal(network.Macs, Space.Macs(one, task));
                Assert.Equal(cells + 1, network.Stages.Length);
            }
        }
    }

    [Fact]
    public void A_size_is_part_of_a_tasks_name_where_it_is_not_the_spaces_own()
    {
        var small = ImageTask.Cifar10.In(Space, 8, 4);
        Assert.Equal("cifar10@C8@L4", small.Name);
        Assert.Equal(small, ImageTask.Named("cifar10@C8@L4"));
        Assert.Equal("cifar10@64@C8@L4", small.OfSide(64).Name);
        Assert.Equal(small.OfSide(64), ImageTask.Named("cifar10@64@C8@L4"));
        Assert.Equal("cifar10@C8@L8", ImageTask.Cifar10.In(Space, channels: 8).Name);
        Assert.Equal("cifar10", ImageTask.Cifar10.In(Space, 32, 8).Name);
        Assert.Equal("cifar10", ImageTask.Named("cifar10@C32@L8").In(Space).Name);
        Assert.Equal("cifar10@C32@L20", small.In(Space, 32, 20).Name);
    }

    [Theory]
    [InlineData("cifar10@C8", "names one of channels and cells")]
    [InlineData("cifar10@C0@L4", "networks of 0 channels and 4 cells are out of range")]
    [InlineData("cifar10@C8@L101", "are out of range")]
    [InlineData("cifar10@x8", "'x8' is no image size")]
    public void A_malformed_size_is_refused(string name, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => ImageTask.Named(name)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Spaces_whose_networks_have_one_size_refuse_another() =>
        Assert.Contains(
            "networks of NAS-Bench-201 have one size",
            Assert
                .Throws<UserError>(() => ImageTask.Cifar10.In(SearchSpaces.Named("nasbench201"), channels: 8))
                .Message,
            StringComparison.Ordinal
        );

    // NASLib's networks have 32 channels and 8 cells, and batch norms on edges without scale and shift.
    [Fact]
    public void Parameters_equal_every_row_of_the_published_scores()
    {
        var rows = 0;
        foreach (var line in File.ReadLines(SharedData.Find("nbsz_nasbench301_725.csv")).Skip(1))
        {
            var (start, end) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
            var key = line[(start + 1)..end];
            var architecture = Space.FromNasLib(key)!;
            Assert.Equal(architecture, Space.Parse(architecture.Text));
            Assert.Equal(architecture, Space.FromNasLib(Space.ToNasLib(architecture)!));
            var scales = Space
                .Build(architecture, ImageTask.Cifar10)
                .Steps.Sum(step =>
                    step.Operation is BatchNorm norm && norm.Path.Contains(".edge", StringComparison.Ordinal)
                        ? 2L * norm.Channels
                        : 0
                );
            var millions = double.Parse(line[end..].Split(',')[12], CultureInfo.InvariantCulture);
            Assert.Equal(millions, (Space.Parameters(architecture, ImageTask.Cifar10) - scales) / 1e6, 9);
            rows++;
        }

        Assert.Equal(725, rows);
    }

    private static IEnumerable<Architecture> Drawn(int count)
    {
        var random = new CounterRandom(0, "tests/darts");
        return Enumerable.Range(0, count).Select(i => Space.At(random.Below(i, Space.Count)));
    }
}
