using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;

namespace ZcBench.Runs.Tests;

public sealed class NetworkSizeTests : IDisposable
{
    private const string Cells =
        "normal:sep_conv_3x3~0+sep_conv_3x3~1/skip_connect~0+sep_conv_3x3~1/"
        + "avg_pool_3x3~1+dil_conv_5x5~3/max_pool_3x3~0+dil_conv_3x3~4:"
        + "reduce:max_pool_3x3~0+max_pool_3x3~1/max_pool_3x3~1+skip_connect~2/"
        + "max_pool_3x3~0+skip_connect~2/";

    private readonly string _folder = Directory.CreateTempSubdirectory("size").FullName;

    public NetworkSizeTests() =>
        File.WriteAllText(
            Table,
            $"architecture,cifar10_test100\n{Cells}skip_connect~0+skip_connect~1,90.5\n"
                + $"{Cells}sep_conv_5x5~1+skip_connect~2,91.5\n"
        );

    private string Table => Path.Combine(_folder, "cells.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scores_of_networks_of_another_size_stand_under_another_protocol()
    {
        var usual = Run.Open(Request(new()));
        var small = Run.Open(Request(new() { Channels = 8, Cells = 4 }));
        Assert.Equal("cifar10", usual.Manifest.Protocol.Dataset);
        Assert.Equal("cifar10@C8@L4", small.Manifest.Protocol.Dataset);
        Assert.Equal("cifar10", small.Manifest.Target.Dataset);
        Assert.NotEqual(usual.Folder, small.Folder);
        Assert.Equal(
            usual.Manifest.Protocol,
            Run.Open(Request(new() { Channels = 32, Cells = 8 })).Manifest.Protocol
        );
    }

    [Fact]
    public void A_run_scores_and_reads_back_networks_of_the_size_asked_for()
    {
        var folder = Path.Combine(_folder, "run");
        var request = Request(new() { Channels = 8, Cells = 4 }) with { Folder = folder };
        var run = Run.Open(request);
        run.Execute(stop: TestContext.Current.CancellationToken);
        var scored = ScoredRun.Load(folder);
        var task = ImageTask.Cifar10.In(scored.Space, 8, 4);
        Assert.Equal(
            run.Architectures.Select(one => (double)scored.Space.Parameters(one, task)),
            scored.Column("params")!.Scores.Select(score => score.Value)
        );
        var error = Assert.Throws<UserError>(() => Run.Open(request with { Network = new() { Cells = 4 } }));
        Assert.Contains("holds another run: --channels was 8, now ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spaces_whose_networks_have_one_size_refuse_another()
    {
        var error = Assert.Throws<UserError>(() =>
            Run.Open(
                new("nasbench201-256")
                {
                    Proxies = "params",
                    Network = new() { Channels = 8 },
                }
            )
        );
        Assert.Contains("leave --channels and --cells out", error.Message, StringComparison.Ordinal);
    }

    private RunRequest Request(NetworkRequest network) =>
        new(Table)
        {
            Space = "darts",
            Proxies = "params",
            Network = network,
        };
}
