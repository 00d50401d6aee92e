using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.Tests;

public sealed class TargetTextTests
{
    private static readonly BenchmarkTable Table = KnownTables.Open("transnas-micro-256");

    [Theory]
    [InlineData("jigsaw", "jigsaw test")]
    [InlineData("JIGSAW:val", "jigsaw val")]
    [InlineData("jigsaw val", "jigsaw val")]
    [InlineData("normal:test:ssim", "normal test")]
    public void A_text_names_a_column_of_accuracies(string text, string start) =>
        Assert.StartsWith(start, TargetText.Find(Table, text).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Every_target_is_found_by_what_is_printed() =>
        Assert.All(Table.Targets, target => Assert.Equal(target, TargetText.Find(Table, target.ToString())));

    [Theory]
    [InlineData("")]
    [InlineData("jigsaw:train")]
    [InlineData("jigsaw:test@x")]
    [InlineData("jigsaw:test@5@6")]
    [InlineData("a:b:c:d")]
    public void A_malformed_text_is_refused(string text) =>
        Assert.Contains(
            "is malformed",
            Assert.Throws<UserError>(() => TargetText.Find(Table, text)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("cifar10")]
    [InlineData("jigsaw:test@7")]
    [InlineData("jigsaw:test:ssim")]
    public void What_the_table_lacks_is_refused(string text) =>
        Assert.Contains(
            "it has ",
            Assert.Throws<UserError>(() => TargetText.Find(Table, text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_architecture_is_found_by_its_number()
    {
        var table = KnownTables.Open("darts-256");
        Assert.Equal(table.Architectures[0], table.ByIndex(534));
        Assert.Null(table.ByIndex(-1));
    }
}
