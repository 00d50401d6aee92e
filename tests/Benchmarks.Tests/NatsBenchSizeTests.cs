namespace ZcBench.Benchmarks.Tests;

public sealed class NatsBenchSizeTests
{
    private static readonly ISearchSpace Space = SearchSpaces.Named("natsbench-size");

    [Fact]
    public void Every_text_is_enumerated_once_and_read_back()
    {
        var texts = Space.Enumerate().Select(architecture => architecture.Text).ToList();
        Assert.Equal(Space.Count, texts.Count);
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(texts, text => Assert.Equal(text, Space.Parse(text).Text));
    }

    [Theory]
    [InlineData("8:8:8:8:8", 32, "cifar10")]
    [InlineData("64:64:64:64:64", 32, "cifar100")]
    [InlineData("8:16:24:32:64", 16, "ImageNet16-120")]
    [InlineData("64:8:48:48:16", 32, "cifar10")]
    public void Closed_forms_equal_the_counts_of_the_network(string text, int side, string dataset)
    {
        var task = ImageTask.Named(dataset).OfSide(side);
        var architecture = Space.Parse(text);
        var network = Space.Build(architecture, task);
        Assert.Equal(network.Parameters, Space.Parameters(architecture, task));
        Assert.Equal(network.Macs, Space.Macs(architecture, task));
        Assert.Equal(
            network.Steps.Count(step => step.Operation is Blueprints.Convolution),
            Space.Examine(architecture)!.Convolutions
        );
    }

    // 64 channels in all layers: 1,856 of the stem, three cells of 184,960, two blocks of 78,080, 128 of the
    // last batch norm, 650 of the classifier.
    [Fact]
    public void Parameters_of_the_largest_network_are_as_counted_by_hand() =>
        Assert.Equal(
            1_856 + 3 * 184_960 + 2 * 78_080 + 128 + 650,
            Space.Parameters(Space.Parse("64:64:64:64:64"), ImageTask.Cifar10)
        );

    [Fact]
    public void Neighbours_differ_in_one_layer()
    {
        var neighbours = Space.Neighbours(Space.Parse("8:16:24:32:64"))!.ToList();
        Assert.Equal(35, neighbours.Count);
        Assert.Contains("8:16:24:32:56", neighbours.Select(architecture => architecture.Text));
    }

    [Theory]
    [InlineData("8:16:24:32", "it has 4 numbers and not 5")]
    [InlineData("8:16:20:32:64", "number 3 is '20' and not one of 8, 16, 24, 32, 40, 48, 56, 64")]
    [InlineData("8:16:x:32:64", "number 3 is 'x'")]
    [InlineData("(1, 2, 3)", "it has 1 numbers and not 5")]
    public void A_malformed_text_is_refused(string text, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => Space.Parse(text)).Message,
            StringComparison.Ordinal
        );
}
