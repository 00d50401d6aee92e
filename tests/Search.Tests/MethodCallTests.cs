using ZcBench.Search.Methods;

namespace ZcBench.Search.Tests;

public sealed class MethodCallTests
{
    [Theory]
    [InlineData("proxy:wot", "wot", null)]
    [InlineData("proxy:wot@100", "wot", 100)]
    [InlineData("proxy:wot@20steps", "wot@20steps", null)]
    [InlineData("proxy:wot@1epoch@100", "wot@1epoch", 100)]
    [InlineData("proxy:rank_sum:wot@20steps+params", "rank_sum:wot@20steps+params", null)]
    public void A_number_alone_is_a_draw_and_one_with_a_unit_a_length_of_training(
        string text,
        string argument,
        int? draw
    )
    {
        var call = Assert.Single(MethodCall.ParseList(text));
        Assert.Equal(("proxy", argument, draw), (call.Method, call.Argument, call.Draw));
        Assert.Equal(text, call.ToString());
    }
}
