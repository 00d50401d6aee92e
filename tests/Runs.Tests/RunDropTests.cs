using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class RunDropTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drop").FullName;

    public RunDropTests() =>
        Run.Open(
                new(KnownTables.Default)
                {
                    Sample = 4,
                    Proxies = "wot,das,params,snip",
                    Network = new() { Batch = 4 },
                    Folder = _folder,
                }
            )
            .Execute();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scores_and_names_of_dropped_proxies_are_gone_and_the_run_is_readable()
    {
        Assert.Equal(8, RunDrop.Drop(_folder, ["wot", "snip"]));
        Assert.Equal(["das", "params"], RunManifest.Load(_folder).Proxies);
        using var store = RunStore.OpenExisting(_folder);
        Assert.DoesNotContain("wot", store.Series().Select(series => series.Proxy.Id));
        Assert.NotNull(ScoredRun.Load(_folder).Column("das"));
    }

    [Fact]
    public void What_a_kill_between_manifest_and_store_leaves_is_readable_and_the_same_call_does_the_rest()
    {
        var manifest = RunManifest.Load(_folder);
        (manifest with { Proxies = ["das", "params", "snip"] }).Save(_folder);
        Assert.Null(ScoredRun.Load(_folder).Column("wot"));
        Assert.Equal(4, RunDrop.Drop(_folder, ["wot"]));
        Assert.Null(ScoredRun.Load(_folder).Column("wot"));
    }

    [Fact]
    public void What_cannot_be_dropped_is_one_sentence_and_changes_nothing()
    {
        Refused("proxy 'jacob_cov' is unknown", "wot", "jacob_cov");
        Refused("did you mean 'wot'?", "wat");
        Refused("params counts parts of the graph", "params");
        Refused("live_convs counts parts of the graph", "live_convs");
        Refused("is made from das_distinct; drop both (--proxies das,das_distinct)", "das_distinct");
        Refused("no proxy is named");
        Assert.Equal(["das", "params", "snip", "wot"], RunManifest.Load(_folder).Proxies);
    }

    [Fact]
    public void A_run_that_another_process_writes_is_refused_and_the_last_proxy_stays()
    {
        using (RunStore.Open(_folder))
        {
            Refused("another process is writing into run folder", "wot");
        }

        var manifest = RunManifest.Load(_folder);
        (manifest with { Proxies = ["wot"] }).Save(_folder);
        Refused("would have no proxy left", "wot");
    }

    private void Refused(string sentence, params string[] proxies) =>
        Assert.Contains(
            sentence,
            Assert.Throws<UserError>(() => RunDrop.Drop(_folder, proxies)).Message,
            StringComparison.Ordinal
        );
}
