namespace ZcBench.Benchmarks.Tests;

public sealed class NamesTests
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal)
    {
        ["synflow"] = 1,
        ["wot"] = 2,
    };

    [Fact]
    public void A_misspelt_name_gets_the_nearest_known_one()
    {
        var error = Assert.Throws<UserError>(() =>
            Names.Find(Known, "synflo", "proxy", "zcbench ls proxies")
        );
        Assert.Equal(
            "proxy 'synflo' is unknown; did you mean 'synflow'? (zcbench ls proxies)",
            error.Message
        );
    }

    [Fact]
    public void A_name_like_none_gets_the_whole_list()
    {
        var error = Assert.Throws<UserError>(() =>
            Names.Find(Known, "accuracy", "proxy", "zcbench ls proxies")
        );
        Assert.Contains("known are synflow, wot", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CIFAR-10", "cifar10")]
    [InlineData("CIFAR10_VALID", "cifar10-valid")]
    [InlineData("imagenet16_120", "ImageNet16-120")]
    public void Case_and_separators_do_not_hide_what_was_meant(string typed, string meant) =>
        Assert.Contains(
            $"dataset '{typed}' is unknown; did you mean '{meant}'?",
            Assert.Throws<UserError>(() => ImageTask.Named(typed)).Message,
            StringComparison.Ordinal
        );
}
