using System.Runtime.InteropServices;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class PopulationRunTests : IDisposable
{
    private static readonly RunRequest Alone = new("nasbench201-256")
    {
        Sample = 7,
        Proxies = "grad_norm,params,wot",
        Network = new() { Batch = 4, DType = "float64" },
        Resources = new(Workers: 2),
    };
    private static readonly RunRequest Together = Alone with
    {
        Network = Alone.Network with { Population = 3 },
    };
    private readonly string _folder = Directory.CreateTempSubdirectory("population").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Several_at_once_score_what_one_by_one_scores()
    {
        var (one, three) = (Scores(Alone, "alone"), Scores(Together, "together"));
        Assert.Equal(one.Keys.Order(), three.Keys.Order());
        Assert.All(one, item => Assert.Equal(item.Value, three[item.Key], 1e-9 * Math.Abs(item.Value)));
    }

    [Fact]
    public void A_stopped_run_goes_on_to_the_very_scores_of_one_that_was_not_stopped()
    {
        var whole = Scores(Together, "whole");
        using var stop = new CancellationTokenSource();
        var request = Together with
        {
            Folder = Path.Combine(_folder, "stopped"),
            Resources = new(Workers: 1),
        };
        var afterTheFirst = new Stopper(stop);
        Assert.Throws<OperationCanceledException>(() => Run.Open(request).Execute(afterTheFirst, stop.Token));
        Assert.Equal(3, afterTheFirst.Done);
        Assert.Equal(whole, Scores(Together, "stopped"));
    }

    [Fact]
    public void The_protocol_and_the_folder_name_state_how_many_are_scored_at_once()
    {
        var run = Run.Open(Together);
        Assert.Equal("cpu, population 3", run.Manifest.Protocol.Device);
        Assert.Equal(("cpu", 3), (run.Manifest.Protocol.DeviceName, run.Manifest.Protocol.Population));
        Assert.Contains("population3", run.Folder, StringComparison.Ordinal);
        Assert.Equal("cpu", Run.Open(Alone).Manifest.Protocol.Device);
    }

    [Fact]
    public void What_does_not_fit_is_measured_in_halves_and_that_is_said_once()
    {
        var size = new PopulationSize(8);
        var tried = new List<int>();
        var measured = new List<int>();
        Assert.Null(size.Notice());
        size.Measure([.. Enumerable.Range(0, 8)], Next);
        Assert.Equal(Enumerable.Range(0, 8), measured);
        Assert.Equal([8, 4, 2, 2, 2, 2], tried);
        Assert.Equal("memory ran out with 8 architectures at once; going on with 2", size.Notice());
        Assert.Null(size.Notice());
        Assert.Throws<NoMemory>(() => size.Measure([1, 2], _ => throw new NoMemory()));

        void Next(IReadOnlyList<int> members)
        {
            tried.Add(members.Count);
            measured.AddRange(members.Count > 2 ? throw new NoMemory() : members);
        }
    }

    private SortedDictionary<string, double> Scores(RunRequest request, string name)
    {
        var run = Run.Open(request with { Folder = Path.Combine(_folder, name) });
        run.Execute(stop: TestContext.Current.CancellationToken);
        using var store = RunStore.OpenExisting(run.Folder);
        var scores = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var proxy in store.Proxies())
        {
            foreach (var (text, score) in store.Scores("nasbench201", proxy, run.Manifest.Protocol))
            {
                scores.Add($"{proxy.Id} {text}", score.Score.Value);
            }
        }

        Assert.InRange(scores.Count, 3 * run.Architectures.Count, int.MaxValue);
        return scores;
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<ScoringProgress>
    {
        public int Done { get; private set; }

        public void Report(ScoringProgress value)
        {
            Done = value.Done;
            stop.Cancel();
        }
    }

    // As the tensor library says it.
    private sealed class NoMemory() : ExternalException("CUDA out of memory. Tried to allocate 2 GiB");
}
