using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class ScorerTests : IDisposable
{
    private static readonly Protocol Protocol = new(0, "cifar10", "noise", 4, "published", "float32", "cpu");
    private static readonly IReadOnlyList<Architecture> Some =
    [
        .. KnownTables.Open(KnownTables.Default).Architectures.Take(12),
    ];
    private static readonly IReadOnlyList<IProxy> Two = ProxyCatalogue.Select("wot,params");
    private readonly string _folder = Directory.CreateTempSubdirectory("run").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_score_is_stored()
    {
        using var store = RunStore.Open(_folder);
        Assert.Equal(Some.Count, Score(store, workers: 1));
        Assert.All(
            Two,
            proxy =>
                Assert.Equal(
                    Some.Select(architecture => architecture.Text).Order(),
                    store.Scores("nasbench201", proxy.Info, Protocol).Keys.Order()
                )
        );
    }

    [Fact]
    public void Two_workers_give_the_scores_of_one()
    {
        using var one = RunStore.Open(Path.Combine(_folder, "one"));
        using var two = RunStore.Open(Path.Combine(_folder, "two"));
        Score(one, workers: 1);
        Score(two, workers: 2);
        foreach (var proxy in Two)
        {
            var expected = one.Scores("nasbench201", proxy.Info, Protocol);
            var actual = two.Scores("nasbench201", proxy.Info, Protocol);
            Assert.All(expected, item => Assert.Equal(item.Value.Score, actual[item.Key].Score));
        }
    }

    [Fact]
    public void What_is_stored_is_not_computed_again()
    {
        using (var store = RunStore.Open(_folder))
        {
            Score(store, workers: 1, stopAfter: 5);
        }

        using var again = RunStore.Open(_folder);
        var stored = again.Scores("nasbench201", Two[0].Info, Protocol).Count;
        Assert.InRange(stored, 5, Some.Count - 1);
        Assert.Equal(Some.Count - stored, Score(again, workers: 1));
        Assert.Equal(0, Score(again, workers: 1));
    }

    [Fact]
    public void A_proxy_added_later_is_computed_alone()
    {
        using var store = RunStore.Open(_folder);
        new Scorer(store, Protocol, Settings(1)).Run(
            Some,
            ProxyCatalogue.Select("params"),
            new Silent(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Some.Count, Score(store, workers: 1));
        Assert.Equal(Some.Count, store.Scores("nasbench201", Two[0].Info, Protocol).Count);
    }

    [Fact]
    public void Nothing_native_is_left_alive()
    {
        var before = torch.Tensor.TotalCount;
        using var store = RunStore.Open(_folder);
        Score(store, workers: 2);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static int Score(RunStore store, int workers, int stopAfter = int.MaxValue)
    {
        using var stop = new CancellationTokenSource();
        return new Scorer(store, Protocol, Settings(workers)).Run(
            Some,
            Two,
            new StopAfter(stopAfter, stop),
            stop.Token
        );
    }

    private static ScoringSettings Settings(int workers) =>
        new(ProbeSettings.Noise(ImageTask.Cifar10, 4, seed: 0, Placement.Cpu32), workers, 1);

    private sealed class Silent : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value) { }
    }

    private sealed class StopAfter(int count, CancellationTokenSource stop) : IProgress<ScoringProgress>
    {
        public void Report(ScoringProgress value)
        {
            if (value.Done >= count)
            {
                stop.Cancel();
            }
        }
    }
}
