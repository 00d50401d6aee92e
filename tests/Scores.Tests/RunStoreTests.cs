using ZcBench.Benchmarks;

namespace ZcBench.Scores.Tests;

public sealed class RunStoreTests : IDisposable
{
    private static readonly Protocol Protocol = StoreExamples.Protocol;
    private static readonly ProxyInfo Proxy = StoreExamples.Proxy;
    private readonly string _folder = Directory.CreateTempSubdirectory("store").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scores_come_back_with_all_their_digits()
    {
        Add(Proxy, Protocol, ("a", Score.Of(0.1 + 0.2)), ("b", Score.Undefined("dead network")));
        using var store = RunStore.Open(_folder);
        var scores = store.Scores("space", Proxy, Protocol);
        Assert.Equal(0.1 + 0.2, scores["a"].Score.Value);
        Assert.Equal("dead network", scores["b"].Score.Reason);
    }

    [Fact]
    public void A_score_once_stored_stays_as_it_is()
    {
        Add(Proxy, Protocol, ("a", Score.Of(1)));
        Add(Proxy, Protocol, ("a", Score.Of(2)));
        using var store = RunStore.Open(_folder);
        Assert.Equal(1, store.Scores("space", Proxy, Protocol)["a"].Score.Value);
    }

    [Fact]
    public void Other_seeds_versions_and_spaces_are_other_scores()
    {
        Add(Proxy, Protocol, ("a", Score.Of(1)));
        using var store = RunStore.Open(_folder);
        Assert.Empty(store.Scores("space", Proxy, Protocol with { Seed = 1 }));
        Assert.Empty(store.Scores("space", Proxy with { Version = 2 }, Protocol));
        Assert.Empty(store.Scores("other", Proxy, Protocol));
    }

    [Fact]
    public void Cards_of_proxies_come_back()
    {
        Add(Proxy, Protocol);
        using var store = RunStore.Open(_folder);
        Assert.Equal([Proxy], store.Proxies());
    }

    [Fact]
    public void A_file_that_is_no_store_is_refused()
    {
        File.WriteAllText(
            Path.Combine(_folder, RunStore.FileName),
            "this is no database, only some text that stands here"
        );
        var error = Assert.Throws<UserError>(() => RunStore.Open(_folder));
        Assert.Contains("cannot be used as a run store", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_written_by_one_at_a_time()
    {
        using (RunStore.Open(_folder))
        {
            var error = Assert.Throws<UserError>(() => RunStore.Open(_folder));
            Assert.Contains(
                $"another process is writing into run folder '{_folder}'",
                error.Message,
                StringComparison.Ordinal
            );
        }

        RunStore.Open(_folder).Dispose();
    }

    [Fact]
    public void Scores_of_many_architectures_in_haste_are_all_there()
    {
        const int Count = 5_000;
        using (var store = RunStore.Open(_folder))
        {
            Parallel.For(
                0,
                Count,
                i => store.Add("space", Protocol, [(Proxy, new($"a{i}", Proxy.Id, Score.Of(i), 0))])
            );
        }

        using var again = RunStore.OpenExisting(_folder);
        var scores = again.Scores("space", Proxy, Protocol);
        Assert.Equal(Count, scores.Count);
        Assert.All(scores, item => Assert.Equal($"a{item.Value.Score.Value}", item.Key));
    }

    [Fact]
    public void A_run_folder_without_a_manifest_is_refused()
    {
        var error = Assert.Throws<UserError>(() => RunManifest.Load(_folder));
        Assert.Contains("is not a run folder", error.Message, StringComparison.Ordinal);
    }

    private void Add(ProxyInfo proxy, Protocol protocol, params (string Architecture, Score Score)[] scores)
    {
        using var store = RunStore.Open(_folder);
        store.Register([proxy]);
        store.Add(
            "space",
            protocol,
            [.. scores.Select(item => (proxy, new StoredScore(item.Architecture, proxy.Id, item.Score, 1)))]
        );
    }
}
