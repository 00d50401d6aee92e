using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class RunMergeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merge").FullName;
    private readonly Run _whole;

    public RunMergeTests()
    {
        _whole = Open("whole", "wot,snip,params");
        _whole.Execute();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Parts_by_architectures_and_proxies_give_the_rows_of_the_undivided_run()
    {
        Part("a", (place, _) => place < 3);
        Part("b", (place, proxy) => place >= 2 && proxy != "wot", engine: "another");
        Part("c", (place, proxy) => place >= 3 && proxy == "wot");
        var merged = RunMerge.Write([At("a"), At("b"), At("c")], At("out"));
        Assert.Empty(merged.Missing);
        Assert.Equal(Rows("whole"), Rows("out"));
        Assert.Equal(Rows("whole").Count, merged.Scores);
        Assert.EndsWith(" and another", RunManifest.Load(At("out")).Engine, StringComparison.Ordinal);
        Assert.Equal(
            ScoredRun.Load(At("whole")).Column("wot")!.Scores,
            ScoredRun.Load(At("out")).Column("wot")!.Scores
        );
        Assert.Equal(0, Open("out", "wot,snip,params").Execute(stop: TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(At("out.new")));
    }

    [Fact]
    public void What_no_part_finished_is_said_and_the_same_command_computes_it()
    {
        Part("a", (place, _) => place < 3);
        Part("b", (place, proxy) => place >= 3 && proxy != "wot");
        Directory.CreateDirectory(At("out.new"));
        File.WriteAllText(Path.Combine(At("out.new"), "scores.db"), "of a merge that was killed");
        Assert.Equal([new("wot", 3)], RunMerge.Write([At("a"), At("b")], At("out")).Missing);
        Assert.Equal(3, Open("out", "wot").Execute(stop: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_score_that_stands_in_two_with_other_values_is_refused_with_both()
    {
        Part("a", (place, _) => place < 3);
        Part("b", (_, _) => true, score => score.Proxy == "wot" ? Score.Of(0.5) : score.Score);
        var known = Rows("a").First(row => row.Proxy == "wot");
        Refused(
            $"wot of {known.Architecture} is {known.Score} in {At("a")} and 0.5 in {At("b")}",
            At("a"),
            At("b")
        );
        Assert.False(Directory.Exists(At("out")));
        Assert.False(Directory.Exists(At("out.new")));
    }

    [Fact]
    public void Runs_that_differ_are_refused_with_what_differs()
    {
        Save("a", RunManifest.Load(At("whole")));
        Save("drawn", Changed(protocol => protocol with { Seed = 1 }));
        Save("seed", Changed(protocol => protocol with { Seed = 1 }) with { SampleSeed = 0 });
        Save("own", RunManifest.Load(At("whole")) with { SampleSeed = 0 });
        Save("batch", Changed(protocol => protocol with { Seed = 1, Batch = 8 }));
        Refused("they are compared, not joined: give all to zcbench report", At("own"), At("seed"));
        Refused("--seed is 0 and 1; they are compared, not joined, and a", At("a"), At("drawn"));
        Refused("--seed is 0 and 1; --batch is 4 and 8; only parts of one run", At("a"), At("batch"));
        Refused("is named twice", At("a"), At("a") + Path.DirectorySeparatorChar);
        Refused("takes at least two run folders", At("a"));
    }

    [Fact]
    public void Other_versions_of_a_proxy_and_a_folder_that_is_there_are_refused()
    {
        Part("a", (_, _) => true);
        Part("b", (_, _) => true, version: 99);
        Refused("which give other numbers", At("a"), At("b"));
        Assert.Contains(
            "exists, and merging makes a new folder",
            Assert.Throws<UserError>(() => RunMerge.Write([At("a"), At("whole")], At("b"))).Message,
            StringComparison.Ordinal
        );
    }

    private void Refused(string sentence, params string[] folders) =>
        Assert.Contains(
            sentence,
            Assert.Throws<UserError>(() => RunMerge.Write(folders, At("out"))).Message,
            StringComparison.Ordinal
        );

    private string At(string name) => Path.Combine(_folder, name);

    private Run Open(string name, string proxies) =>
        Run.Open(
            new(KnownTables.Default)
            {
                Sample = 6,
                Proxies = proxies,
                Network = new() { Batch = 4 },
                Folder = At(name),
            }
        );

    private RunManifest Changed(Func<Protocol, Protocol> change) =>
        RunManifest.Load(At("whole")) is var manifest
            ? manifest with
            {
                Protocol = change(manifest.Protocol),
            }
            : throw new InvalidOperationException();

    private void Save(string name, RunManifest manifest)
    {
        using var store = RunStore.Open(At(name));
        manifest.Save(At(name));
    }

    // Some rows of the whole run, chosen by the architecture's place and the proxy.
    private void Part(
        string name,
        Func<int, string, bool> holds,
        Func<StoredScore, Score>? score = null,
        int? version = null,
        string? engine = null
    )
    {
        var manifest = RunManifest.Load(At("whole"));
        Save(name, manifest with { Engine = engine ?? manifest.Engine });
        var places = _whole.Architectures.Index().ToDictionary(item => item.Item.Text, item => item.Index);
        using var whole = RunStore.OpenExisting(At("whole"));
        using var store = RunStore.Open(At(name));
        foreach (var (card, protocol) in whole.Series())
        {
            var own = card with { Version = version ?? card.Version };
            var rows = whole
                .Scores(manifest.Space, card, protocol)
                .Values.Where(row => holds(places[row.Architecture], card.Id))
                .Select(row => (own, row with { Score = score?.Invoke(row) ?? row.Score }))
                .ToList();
            store.Register([own]);
            store.Add(manifest.Space, protocol, rows);
        }
    }

    private List<StoredScore> Rows(string name)
    {
        using var store = RunStore.OpenExisting(At(name));
        return
        [
            .. store
                .Series()
                .SelectMany(series => store.Scores("nasbench201", series.Proxy, series.Protocol).Values)
                .OrderBy(row => row.Proxy, StringComparer.Ordinal)
                .ThenBy(row => row.Architecture, StringComparer.Ordinal),
        ];
    }
}
