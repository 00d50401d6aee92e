using System.Text.Json;

namespace ZcBench.Cli.Tests;

public sealed class OptionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("options").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run --proxies rank_sum: --out r", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("run --proxies rank_sum:+ --out r", "'rank_sum:+' names no proxy; write rank_sum:a+b")]
    [InlineData("plan --proxies rank_sum:", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("score --arch x --proxies rank_sum:", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("plan --proxies rank_sum:das+wot", "'das' is an aggregate, and a rank sum takes proxies")]
    public void A_rank_sum_of_nothing_is_refused(string command, string message)
    {
        Refused(message, command.Split(' '));
        Assert.False(Directory.Exists(Path.Combine(_folder, "r")));
    }

    [Fact]
    public void Too_few_resamples_give_no_interval_and_say_so()
    {
        Assert.Equal(0, Zcbench.Run(_folder, "run", "--sample", "20", "--proxies", "params", "--out", "r").ExitCode);
        var (code, output, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "1");
        Assert.Equal(0, code);
        Assert.Contains(
            "No intervals: 1 bootstrap resamples are too few for a 95% interval; it takes 39.", output, StringComparison.Ordinal);
        var (_, json, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "1", "--json");
        var rho = JsonDocument.Parse(json).RootElement.GetProperty("populations")[0].GetProperty("proxies")[0].GetProperty("spearman_rho");
        Assert.Contains("too few", rho.GetRawText(), StringComparison.Ordinal);
    }

    private void Refused(string message, params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
