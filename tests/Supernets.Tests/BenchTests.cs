using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies.Networks;
using ZcBench.Search;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;
using ZcBench.Search.Results;
using ZcBench.Supernets.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Tests;

public sealed class BenchTests : TorchTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supernets").FullName;
    private readonly string _images;

    public BenchTests()
    {
        torch.set_num_threads(1);
        _images = Images.Write(Path.Combine(_folder, "images"), 24, 0);
    }

    // A distance is one file whatever is trained, so each is taken once, and each way of training too.
    public static TheoryData<string> Calls { get; } =
    [
        .. SupernetCall
            .ParseList("all")
            .Select(call => call.ToString())
            .Where(call => !call.StartsWith("gm_", StringComparison.Ordinal))
            .Concat(["gm_darts:filter", "gm_snas:mse", "gm_rsps:cos", "gm_darts:random"]),
    ];

    // Of two that keep the same state, the one that takes longer.
    private static readonly string[] LongCalls =
    [
        "gm_darts:filter",
        "gm_snas:mse",
        "dependency:shuffled",
        "shapley:mean",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_search_that_is_stopped_after_every_epoch_comes_to_the_same(string search)
    {
        LongTests.SkipUnlessAsked(LongCalls.Contains(search));
        var whole = Run(Request(search, "whole")).Single();
        var request = Request(search, "stopped");
        SupernetOutcome? found = null;
        for (var attempts = 0; found is null; attempts++)
        {
            Assert.True(attempts <= 2 * request.Settings.Epochs, "it does not get on");
            using var stop = new CancellationTokenSource();
            try
            {
                found = SupernetBench.Open(request).Run(new StopAfterAnEpoch(stop), stop.Token).Single();
            }
            catch (OperationCanceledException)
            {
                // It goes on in the next attempt.
            }
        }

        Assert.Equal(whole.Chosen, found.Chosen);
        Assert.Equal(whole.Candidates, found.Candidates);
        Assert.Equal(whole.Readings, found.Readings);
        Assert.Equal(whole.Cost with { Seconds = 0 }, found.Cost with { Seconds = 0 });
        Assert.Empty(Directory.GetFiles(Path.Combine(request.Folder, "searches"), "*.safetensors"));
    }

    [Fact]
    public void Outcomes_do_not_depend_on_the_number_of_workers()
    {
        var one = Run(Request("darts,rsps", "one") with { Seeds = 2 });
        var two = Run(Request("darts,rsps", "two") with { Seeds = 2, Workers = 2 });
        Assert.Equal(one.Select(item => item.Chosen), two.Select(item => item.Chosen));
        Assert.Equal(one.SelectMany(item => item.Readings), two.SelectMany(item => item.Readings));
    }

    [Fact]
    public void Finished_searches_are_read_and_new_ones_added()
    {
        Run(Request("random_cell", "added"));
        var outcomes = Run(Request("random_cell,largest_cell", "added"));
        Assert.Equal(["random_cell", "largest_cell"], outcomes.Select(outcome => outcome.Search));
        var largest = outcomes[1].Chosen;
        Assert.Equal(6, largest.Split("nor_conv_3x3").Length - 1);
    }

    [Fact]
    public void A_folder_of_another_setting_is_refused_by_name()
    {
        Run(Request("random_cell", "other"));
        var request = Request("random_cell", "other");
        var changed = request with { Settings = request.Settings with { Epochs = 9 } };
        var fault = Assert.Throws<UserError>(() => SupernetBench.Open(changed));
        Assert.Contains("differs in epochs (4 there)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_other_files_is_left_alone()
    {
        var request = Request("random_cell", "theirs");
        Directory.CreateDirectory(request.Folder);
        File.WriteAllText(Path.Combine(request.Folder, "notes.txt"), "");
        Assert.Contains(
            "holds other files",
            Assert.Throws<UserError>(() => SupernetBench.Open(request)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_space_without_a_weight_sharing_network_is_refused()
    {
        var table = KnownTables.Open(
            Write("nb101.csv", "architecture,cifar10_test108\nout:0,90\n"),
            "nasbench101"
        );
        var fault = Assert.Throws<UserError>(() =>
            SupernetBench.Open(Request("darts", "space") with { Table = table })
        );
        Assert.Contains("no weight-sharing network", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_outcome_or_state_is_named()
    {
        var request = Request("random_cell,darts", "damaged");
        Run(request);
        var searches = Path.Combine(request.Folder, "searches");
        File.WriteAllText(Path.Combine(searches, "random_cell-seed0.json"), "{");
        Named("random_cell-seed0.json");
        File.Delete(Path.Combine(searches, "random_cell-seed0.json"));
        File.Delete(Path.Combine(searches, "darts-first-seed0.json"));
        File.WriteAllText(Path.Combine(searches, "darts-first-seed0.safetensors"), "{");
        Named("darts-first-seed0.safetensors");

        void Named(string file)
        {
            var fault = Assert.ThrowsAny<Exception>(() => Run(request));
            var inner = fault is AggregateException many ? many.InnerExceptions[0] : fault;
            Assert.Contains(file, Assert.IsType<UserError>(inner).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Tables_and_figures_show_what_was_read()
    {
        var request = Request("darts,gm_darts,shapley,dependency,dependency:shuffled,random_cell", "report");
        var results = new SupernetResults(request, Run(request));
        SupernetFolder.Write(results);
        Assert.Equal(
            ["supernets", "chosen", "splits", "contributions", "motifs"],
            SupernetFolder.Tables(results).Select(table => table.Id)
        );
        Assert.Equal(
            ["gradient_agreement", "edge_dependencies", "supernet_training", "shapley_logits"],
            SupernetFolder.Figures(results).Select(figure => figure.Id)
        );
        var table = SupernetTable.Of(results);
        Assert.Contains(table.Rows, row => row[0] == "Shapley-NAS" && row[^1] == "printed");
        Assert.Equal("0", table.Rows.Single(row => row[0] == "darts:first")[6]);
        Assert.True(File.Exists(Path.Combine(request.Folder, "figures", "gradient_agreement.png")));
        Assert.StartsWith(
            "search,seed,kind,epoch,part,row,column,value",
            File.ReadAllText(Path.Combine(request.Folder, SupernetFolder.Readings)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Searches_that_bought_accuracies_stand_beside()
    {
        string[] cells = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"];
        var rows = cells.Select(
            (cell, i) =>
                FormattableString.Invariant(
                    $"|{cell}~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|,{80 + i},100,{90 + i}\n"
                )
        );
        var table = KnownTables.Open(
            Write(
                "own.csv",
                "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_test200\n" + string.Concat(rows)
            )
        );
        var request = Request("random_cell", "beside") with { Table = table };
        var search = new SearchRequest(request.Table, "cifar10", new(5, null), 2, 0);
        var bench = SearchBench.Open(search, MethodCall.ParseList("random"), new NoScores());
        var found = bench.Run(1, stop: TestContext.Current.CancellationToken);
        var folder = Path.Combine(_folder, "searches");
        SearchFolder.Write(found, SearchQuality.Of(found, new(found)), "", [], folder);
        var beside = MeasuredSearch.Read(folder, request.Table.Checksum);
        var shown = SupernetTable.Of(new(request, Run(request), beside));
        var row = shown.Rows.Single(row => row[0] == "random");
        var mean = MethodSummary.Of(found, new(found))[0].Test[0].Mean;
        Assert.StartsWith(FormattableString.Invariant($"{mean:0.00} ±"), row[1], StringComparison.Ordinal);
        Assert.Equal("5", row[^5]);
        Assert.Contains(
            "judged by another table",
            Assert.Throws<UserError>(() => MeasuredSearch.Read(folder, "0")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has no search.json",
            Assert.Throws<UserError>(() => MeasuredSearch.Read(_images, "0")).Message,
            StringComparison.Ordinal
        );
    }

    public override void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        base.Dispose();
    }

    private static IReadOnlyList<SupernetOutcome> Run(SupernetRequest request) =>
        SupernetBench.Open(request).Run(stop: TestContext.Current.CancellationToken);

    private SupernetRequest Request(string searches, string folder) =>
        new()
        {
            Calls = SupernetCall.ParseList(searches),
            Table = KnownTables.Open("nasbench201-256"),
            Images = CifarFolder.Open(_images),
            Settings = new()
            {
                Channels = 2,
                Cells = 1,
                Epochs = 4,
                Batch = 6,
                MatchingBatches = 1,
                Permutations = 2,
                GameImages = 6,
                Paths = 4,
            },
            Placement = Placement.Cpu32,
            Seeds = 1,
            Folder = Path.Combine(_folder, folder),
        };

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class StopAfterAnEpoch(CancellationTokenSource stop) : IProgress<SupernetProgress>
    {
        public void Report(SupernetProgress value)
        {
            if (value.Fresh > 0)
            {
                stop.Cancel();
            }
        }
    }
}
