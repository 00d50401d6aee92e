using ZcBench.Scores.Published;

namespace ZcBench.Scores.Tests;

public sealed class NamesakesTests
{
    [Theory]
    [InlineData("wot", "wot")]
    [InlineData("wot", "nwot")]
    [InlineData("wot", "nbsz_nwot")]
    [InlineData("wot", "freerea_naswot")]
    [InlineData("jacob_cov", "nbsz_jacov")]
    [InlineData("live_flops", "live_flops")]
    [InlineData("flops", "nbsz_flops")]
    public void The_same_name_an_alias_and_a_known_suites_prefix_mean_a_proxy_of_ours(
        string ours,
        string theirs
    ) => Assert.True(Namesakes.Are(ours, theirs));

    [Theory]
    [InlineData("wot", "noise_wot")]
    [InlineData("params", "my_params")]
    [InlineData("synflow", "neg_synflow")]
    [InlineData("flops", "live_flops")]
    [InlineData("norm", "grad_norm")]
    [InlineData("wot", "nbsz_noise_wot")]
    [InlineData("wot", "nbsz_")]
    [InlineData("wot", "NBSZ_wot")]
    [InlineData("wot", "nbsz_freerea_wot")]
    public void Any_other_prefix_makes_another_name(string ours, string theirs) =>
        Assert.False(Namesakes.Are(ours, theirs));
}
