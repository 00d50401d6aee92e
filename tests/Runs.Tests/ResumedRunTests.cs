using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class ResumedRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resumed").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RunRequest Request =>
        new(KnownTables.Default)
        {
            Sample = 4,
            Network = new() { Batch = 4 },
            Folder = _folder,
        };

    [Fact]
    public void Fewer_proxies_keep_the_others()
    {
        Run.Open(Request with { Proxies = "wot,das,params" }).Execute(stop: Stop);
        var run = Run.Open(Request with { Proxies = "params" });
        run.Execute(stop: Stop);
        Assert.Empty(run.LeftOut);
        Assert.Equal(["das", "params", "wot"], RunManifest.Load(_folder).Proxies);
        Assert.Contains("wot", ScoredRun.Load(_folder).Columns.Select(column => column.Proxy.Id));
    }

    [Fact]
    public void An_earlier_proxy_that_is_not_complete_is_left_out_with_its_scores_kept()
    {
        // As after a kill between the first and the last architecture.
        var both = Run.Open(Request with { Proxies = "wot,params" });
        both.Execute(stop: Stop);
        var before = RunManifest.Load(_folder);
        var (card, first) = Wot();
        using (var store = RunStore.Open(_folder))
        {
            store.Forget(["wot"]);
            store.Register([card]);
            store.Add("nasbench201", before.Protocol, [(card, first)]);
        }

        var alone = Run.Open(Request with { Proxies = "params" });
        alone.Execute(stop: Stop);
        Assert.Equal([new("wot", 3)], alone.LeftOut);
        Assert.Equal(["params"], ScoredRun.Load(_folder).Columns.Select(column => column.Proxy.Id));
        Assert.Equal(3, Run.Open(Request with { Proxies = "wot" }).Execute(stop: Stop));
        Assert.Equal(["params", "wot"], RunManifest.Load(_folder).Proxies);
    }

    private (ProxyInfo Card, StoredScore First) Wot()
    {
        using var store = RunStore.OpenExisting(_folder);
        var card = store.Proxies().Single(proxy => proxy.Id == "wot");
        return (card, store.Scores("nasbench201", card, RunManifest.Load(_folder).Protocol).Values.First());
    }
}
