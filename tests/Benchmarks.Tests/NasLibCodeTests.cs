using ZcBench.Benchmarks.NasBench201;

namespace ZcBench.Benchmarks.Tests;

public sealed class NasLibCodeTests
{
    private static readonly NasBench201Space Space = new();

    [Fact]
    public void Every_key_leads_back_to_its_architecture() =>
        Assert.All(Space.Enumerate(), item => Assert.Equal(item, Space.FromNasLib(Space.ToNasLib(item)!)));

    [Fact]
    public void Edges_go_by_source_and_operations_by_the_numbers_of_naslib() =>
        Assert.Equal(
            "(0, 1, 2, 3, 4, 2)",
            NasLibCode.Format(
                CellText.Parse(
                    "|skip_connect~0|+|none~0|nor_conv_1x1~1|+|nor_conv_3x3~0|avg_pool_3x3~1|nor_conv_3x3~2|"
                )
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("(0, 1, 2, 3, 4)")]
    [InlineData("(0, 1, 2, 3, 4, 5)")]
    [InlineData("(0, 1, 2, 3, 4, x)")]
    [InlineData("0, 1, 2, 3, 4, 0")]
    public void A_malformed_key_is_refused(string key) =>
        Assert.Throws<UserError>(() => NasLibCode.Parse(key));
}
