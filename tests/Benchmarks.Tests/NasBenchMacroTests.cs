using System.Globalization;

namespace ZcBench.Benchmarks.Tests;

public sealed class NasBenchMacroTests
{
    private static readonly ISearchSpace Space = SearchSpaces.Named("nasbenchmacro");

    [Theory]
    [InlineData("")]
    [InlineData("0201210")]
    [InlineData("020121000")]
    [InlineData("02012103")]
    [InlineData("(0, 2, 0, 1, 2, 1, 0, 0)")]
    public void A_malformed_text_is_refused(string text) =>
        Assert.Contains(
            "write eight digits from 0 to 2",
            Assert.Throws<UserError>(() => Space.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_trained_networks_are_enumerated_once()
    {
        var all = Space.Enumerate().ToList();
        Assert.Equal(3_969, Space.Count);
        Assert.Equal(Space.Count, all.Distinct().Count());
        Assert.All(all, one => Assert.Equal(one.Text, Space.Examine(one)!.Function));
    }

    [Theory]
    [InlineData("00000001", "00000010")]
    [InlineData("01001002", "01010020")]
    [InlineData("22212220", "22212220")]
    public void Identities_after_a_stages_first_layer_move_to_its_end(string text, string trained) =>
        Assert.Equal(trained, Space.Examine(Space.Parse(text))!.Function);

    [Fact]
    public void Neighbours_are_trained_networks_one_layer_away()
    {
        var own = Space.Parse("00000000");
        var neighbours = Space.Neighbours(own)!.ToList();
        Assert.Equal(12, neighbours.Count);
        Assert.DoesNotContain(own, neighbours);
        Assert.All(neighbours, other => Assert.Equal(other.Text, Space.Examine(other)!.Function));
    }

    [Fact]
    public void Closed_forms_equal_the_count_over_the_network()
    {
        foreach (var architecture in Space.Enumerate().Where((_, i) => i % 41 == 0))
        {
            foreach (var side in new[] { 32, 33, 64 })
            {
                var task = ImageTask.Cifar10.OfSide(side);
                var network = Space.Build(architecture, task);
                Assert.Equal(Space.Parameters(architecture, task), network.Parameters);
                Assert.Equal(Space.Macs(architecture, task), network.Macs);
            }
        }
    }

    // The table's count of operations leaves out the additions of the classifier's bias.
    [Fact]
    public void Parameters_operations_and_trained_networks_equal_every_row_of_the_table()
    {
        var rows = File.ReadLines(SharedData.Find("nasbenchmacro.csv"))
            .Skip(1)
            .Select(line => line.Split(','));
        var trained = new HashSet<string>();
        var count = 0;
        foreach (var fields in rows)
        {
            var architecture = Space.Parse(fields[1]);
            Assert.Equal(fields[2], Space.Examine(architecture)!.Function);
            Assert.Equal(Number(fields[^2]), Space.Parameters(architecture, ImageTask.Cifar10));
            Assert.Equal(Number(fields[^1]) + 10, Space.Macs(architecture, ImageTask.Cifar10));
            trained.Add(fields[2]);
            count++;
        }

        Assert.Equal(6_561, count);
        Assert.Equal(Space.Enumerate().Select(one => one.Text).Order(), trained.Order());
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
