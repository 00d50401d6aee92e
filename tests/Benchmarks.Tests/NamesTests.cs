namespace ZcBench.Benchmarks.Tests;

public sealed class NamesTests
{
    private static readonly Dictionary<string, int> Known = new(StringComparer.Ordinal) { ["synflow"] = 1, ["wot"] = 2 };

    [Fact]
    public void A_misspelt_name_gets_the_nearest_known_one()
    {
        var error = Assert.Throws<UserError>(() => Names.Find(Known, "synflo", "proxy", "zcbench ls proxies"));
        Assert.Equal("proxy 'synflo' is unknown; did you mean 'synflow'? (zcbench ls proxies)", error.Message);
    }

    [Fact]
    public void A_name_like_none_gets_the_whole_list()
    {
        var error = Assert.Throws<UserError>(() => Names.Find(Known, "accuracy", "proxy", "zcbench ls proxies"));
        Assert.Contains("known are synflow, wot", error.Message, StringComparison.Ordinal);
    }
}
