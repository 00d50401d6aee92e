using ZcBench.Benchmarks;
using ZcBench.Imports.Published;
using ZcBench.Scores;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Tests;

public sealed class ScoreSourceTests : IDisposable
{
    private static readonly IReadOnlyList<Architecture> Cells = SmallBench.Cells(4);
    private readonly string _folder = Directory.CreateTempSubdirectory("search").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Several_runs_of_one_protocol_are_read_as_one()
    {
        using var source = new RunScoreSource(
            [Run("a", [0, 1], 5), Run("b", [1, 2], 6)],
            "nasbench201",
            missing: null
        );
        var stored = source.Stored("wot");
        Assert.Equal([5, 5, 6], Cells.Take(3).Select(cell => stored[cell.Text].Score.Value));
        Assert.False(stored.ContainsKey(Cells[3].Text));
        Assert.Equal(["wot"], source.Known);
    }

    [Fact]
    public void Runs_of_other_protocols_or_spaces_are_refused()
    {
        Refused(
            "differs from",
            () => _ = new RunScoreSource([Run("a", [0], 5), Run("b", [0], 5, seed: 1)], "nasbench201", null)
        );
        Refused(
            "holds scores of nasbench201",
            () => _ = new RunScoreSource([Run("c", [0], 5)], "nasbench101", null)
        );
        Refused(
            "'nowhere' is not a run folder",
            () => _ = new RunScoreSource(["nowhere"], "nasbench201", null)
        );
    }

    [Fact]
    public void What_nobody_can_measure_is_refused_with_the_remedy()
    {
        using var source = new RunScoreSource([Run("a", [0], 5)], "nasbench201", missing: null);
        Refused("--pool scored", () => source.Measure(Cells, ["wot"], SmallBench.Stop));
        Refused("did you mean 'wot'?", () => source.Proxy("wat"));
    }

    [Fact]
    public void Published_scores_are_found_with_and_without_their_prefix_and_cost_what_the_file_says()
    {
        var path = Path.Combine(_folder, "scores.csv");
        File.WriteAllText(
            path,
            "architecture,nbsz_nwot,freerea_nwot,nbsz_snip\n"
                + $"{Cells[0]},1,7,3\n{Cells[1]},inf,8,3\n{Cells[2]},,9,3\n"
        );
        var source = new PublishedScoreSource(
            PublishedScoresFile.Read(path, SearchSpaces.Named("nasbench201"), "cifar10")
        );
        Assert.Equal(1, source.Stored("nbsz_nwot")[Cells[0].Text].Score.Value);
        Assert.Equal(7, source.Stored("freerea_nwot")[Cells[0].Text].Score.Value);
        Assert.False(source.Stored("nbsz_nwot")[Cells[1].Text].Score.IsDefined);
        Assert.False(source.Stored("nbsz_nwot").ContainsKey(Cells[2].Text));
        Assert.Equal(
            (3, "nbsz_snip"),
            (source.Stored("snip")[Cells[0].Text].Score.Value, source.FullName("snip"))
        );
        Refused("'nwot' may be freerea_nwot or nbsz_nwot of scores.csv", () => source.Proxy("nwot"));
        Assert.Contains("published by others", source.Description, StringComparison.Ordinal);
        Assert.Contains("does not say what scoring took", source.Description, StringComparison.Ordinal);
        Refused("published proxy 'nwat' is unknown", () => source.Proxy("nwat"));
        Refused("--pool scored", () => source.Measure(Cells, ["nbsz_nwot"], SmallBench.Stop));
    }

    private string Run(string name, int[] cells, double score, long seed = 0)
    {
        var folder = Path.Combine(_folder, name);
        var protocol = new Protocol(seed, "cifar10", "texture", 8, "published", "float32", "cpu");
        var card = new FormulaScores((_, _) => 0, 0).Proxy("wot");
        using var store = RunStore.Open(folder);
        new RunManifest(
            "0",
            "nasbench201",
            "t.csv",
            "0",
            new("cifar10", Benchmarks.Tables.Split.Test, 200),
            null,
            protocol,
            ["wot"],
            "none"
        ).Save(folder);
        store.Register([card]);
        foreach (var cell in cells)
        {
            store.Add("nasbench201", protocol, [(card, new(Cells[cell].Text, "wot", Score.Of(score), 10))]);
        }

        return folder;
    }

    private static void Refused(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<UserError>(action).Message, StringComparison.Ordinal);
}
