using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class RunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("run").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Opening_a_run_writes_nothing()
    {
        var run = Run.Open(Request);
        Assert.Equal(6, run.Architectures.Count);
        Assert.False(Directory.Exists(run.Folder));
    }

    [Fact]
    public void A_run_that_is_done_has_nothing_left_to_score()
    {
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(6, Run.Open(Request).Execute(stop: stop));
        Assert.Equal(0, Run.Open(Request).Execute(stop: stop));
        Assert.Equal(Run.Open(Request).Manifest.Protocol, RunManifest.Load(Request.Folder!).Protocol);
    }

    [Fact]
    public void A_run_that_was_stopped_says_so_and_continues()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var run = Run.Open(Request);
        var error = Assert.Throws<OperationCanceledException>(() => run.Execute(stop: stop.Token));
        Assert.Contains("continues where it stopped", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, Run.Open(Request).Execute(stop: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_folder_of_another_run_is_refused_and_more_proxies_are_welcome()
    {
        var stop = TestContext.Current.CancellationToken;
        Run.Open(Request).Execute(stop: stop);
        Assert.Equal(6, Run.Open(Request with { Proxies = "params,wot" }).Execute(stop: stop));
        Refused(
            "holds another run: --seed was 0, now 1; --batch was 4, now 8; choose another folder",
            Request with
            {
                Network = Request.Network with { Seed = 1, Batch = 8 },
            }
        );
        Refused("holds another run: --sample was 6, now 5; choose", Request with { Sample = 5 });
        Refused("--stratified was not given, now given; choose", Request with { IsStratified = true });
    }

    [Fact]
    public void What_a_request_gets_wrong_is_one_sentence()
    {
        Refused("dataset 'cifar11' is unknown", Request with { Network = new() { Dataset = "cifar11" } });
        Refused("--batch 1 is too small", Request with { Network = new() { Batch = 1 } });
        Refused("--workers must be between", Request with { Resources = new(Workers: 0) });
        Refused("proxy 'wat' is unknown", Request with { Proxies = "wat" });
        Refused(
            "--stratified says how a sample is drawn, and no sample is asked for; add --sample",
            Request with
            {
                Sample = null,
                IsStratified = true,
            }
        );
        Refused("--out is empty", Request with { Folder = "" });
        var small = new Resources(Memory: 10_000_000);
        Refused("and --memory allows 0.01 GB", Request with { Proxies = "wot", Resources = small });
    }

    [Fact]
    public void A_folder_is_named_after_what_makes_it_another_run()
    {
        var request = Request with { Folder = null, SampleSeed = 7 };
        Assert.Equal(
            Path.Combine("runs", "nasbench201-256-cifar10-n6-drawn7-seed0-batch4-texture-float32-cpu"),
            Run.Open(request).Folder
        );
        var network = new NetworkRequest
        {
            Seed = 1,
            InputSeed = 2,
            Images = "noise",
            Init = "kaiming",
            Batch = 8,
        };
        Assert.Equal(
            Path.Combine("runs", "nasbench201-256-cifar10-seed1-batch8-noise-input2-kaiming-float32-cpu"),
            Run.Open(new(KnownTables.Default) { Proxies = "params", Network = network }).Folder
        );
    }

    [Fact]
    public void A_stratified_run_is_another_run_than_a_plain_one()
    {
        var request = Request with { IsStratified = true };
        var run = Run.Open(request);
        Assert.Equal(new Target("cifar10", Split.Test, 200), run.Manifest.StratifiedBy);
        Assert.Equal(6, run.Execute(stop: TestContext.Current.CancellationToken));
        Assert.Equal(0, Run.Open(request).Execute(stop: TestContext.Current.CancellationToken));
        Assert.Equal(run.Architectures, ScoredRun.Load(run.Folder).Architectures);
        Refused("holds another run: --stratified was given, now not given; choose", Request);
        Assert.Equal(
            Path.Combine("runs", "nasbench201-256-cifar10-strat6-seed0-batch4-texture-float32-cpu"),
            Run.Open(request with { Folder = null }).Folder
        );
    }

    private RunRequest Request =>
        new(KnownTables.Default)
        {
            Sample = 6,
            Proxies = "params",
            Network = new() { Batch = 4 },
            Folder = Path.Combine(_folder, "r"),
        };

    private static void Refused(string sentence, RunRequest request) =>
        Assert.Contains(
            sentence,
            Assert.Throws<UserError>(() => Run.Open(request)).Message,
            StringComparison.Ordinal
        );
}
