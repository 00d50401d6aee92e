using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class MissingScoresTests : IDisposable
{
    private const int Seed = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("missing").FullName;
    private readonly string _images;
    private readonly Run _run;

    public MissingScoresTests()
    {
        _images = Images.Write(Path.Combine(_folder, "images"), count: 8, Seed);
        _run = Run.Open(
            new(KnownTables.Default)
            {
                Sample = 4,
                Proxies = "wot",
                Network = new() { Batch = 4, Images = _images },
                Folder = Path.Combine(_folder, "run"),
            }
        );
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void They_are_what_the_run_would_have_measured()
    {
        _run.Execute(stop: Stop);
        using var run = RunStore.OpenExisting(_run.Folder);
        using var store = RunStore.Open(Path.Combine(_folder, "other"));
        Measure(new(_images, new()), store, Stop);
        var (expected, actual) = (Scores(run), Scores(store));
        Assert.Equal(4, actual.Count);
        Assert.All(expected, item => Assert.Equal(item.Value.Score, actual[item.Key].Score));
    }

    [Fact]
    public void Images_are_read_once_and_other_images_are_refused()
    {
        using var store = RunStore.Open(Path.Combine(_folder, "other"));
        var missing = new MissingScores(_images, new());
        Measure(missing, store, Stop, count: 1);
        Images.Write(_images, count: 8, Seed + 1);
        Measure(missing, store, Stop);
        Assert.Equal(4, Scores(store).Count);
        using var next = RunStore.Open(Path.Combine(_folder, "next"));
        Refused("pass the original folder with --images", () => Measure(new(_images, new()), next, Stop));
        Refused("pass that folder with --images", () => Measure(new(null, new()), next, Stop));
    }

    [Fact]
    public void They_stay_within_the_memory_and_hear_a_stop()
    {
        using var store = RunStore.Open(Path.Combine(_folder, "other"));
        Refused("and --memory allows", () => Measure(new(_images, new(Memory: 1_000_000)), store, Stop));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Measure(new(_images, new()), store, stopped.Token));
        Assert.Empty(Scores(store));
    }

    private void Measure(MissingScores missing, RunStore store, CancellationToken stop, int count = 4) =>
        missing.Measure(
            store,
            _run.Manifest.Protocol,
            null,
            [.. _run.Architectures.Take(count)],
            ["wot"],
            stop
        );

    private IReadOnlyDictionary<string, StoredScore> Scores(RunStore store) =>
        store.Scores("nasbench201", ProxyCatalogue.Proxies["wot"].Info, _run.Manifest.Protocol);

    private static void Refused(string sentence, Action action) =>
        Assert.Contains(sentence, Assert.Throws<UserError>(action).Message, StringComparison.Ordinal);
}
