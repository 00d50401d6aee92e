using System.Diagnostics;
using System.Text.Json;
using ZcBench.Scores;

namespace ZcBench.Cli.Tests;

public sealed class CommandTests : IDisposable
{
    private const string Cell =
        "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|none~1|skip_connect~2|";
    private readonly string _folder = Directory.CreateTempSubdirectory("cli").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("score --arch |none~0| --json", "at character 9 ")]
    [InlineData("run --proxies synflo", "proxy 'synflo' is unknown")]
    [InlineData("run --table nowhere.csv", "table 'nowhere.csv' is neither a file nor an embedded table")]
    [InlineData("run --dataset cifar11", "dataset 'cifar11' is unknown; did you mean 'cifar10'?")]
    [InlineData("run --split val", "has no validation accuracies for cifar10")]
    [InlineData(
        "run --sample 1000",
        "--sample 1000 is more than the 256 architectures of table 'nasbench201-256'"
    )]
    [InlineData("run --sample 1", "a sample needs at least 2 architectures (got 1)")]
    [InlineData("run --stratified", "no sample is asked for; add --sample")]
    [InlineData("run --sample 4 --all", "--sample and --all cannot be combined")]
    [InlineData("run --batch 100000", "--batch 100000 is too large")]
    [InlineData("score --arch x --proxies das", "'das' is an aggregate over a set")]
    [InlineData("run --batch 1", "--batch 1 is too small")]
    [InlineData("run --workers -1", "--workers must be between 1 and 1024 (got -1)")]
    [InlineData("run --images nowhere", "image folder 'nowhere' does not exist")]
    [InlineData("run --dtype float16", "--dtype 'float16' is unknown")]
    [InlineData("run --device tpu", "--device 'tpu' is unknown")]
    [InlineData("run --memory much", "--memory 'much' is not a valid memory size")]
    [InlineData("run --memory 10MB", "and --memory allows 0.01 GB; lower --batch")]
    [InlineData("import nowhere --out t.csv", "no such file or folder: 'nowhere'; check the path")]
    [InlineData("import nowhere --out t.txt", "--out 't.txt' does not end in .csv")]
    [InlineData(
        "import nowhere --out t.csv --map x",
        "--map 'x' is not of the form TABLE_COLUMN=FILE_COLUMN"
    )]
    [InlineData("import nowhere", "Option '--out' is required.")]
    [InlineData("profile --batch 16,one", "--batch 'one' is not a batch size")]
    [InlineData("profile --iterations 0", "--iterations must be between 1 and 10000 (got 0)")]
    [InlineData("profile --arch tiny", "architecture")]
    [InlineData("run --init xavier", "--init 'xavier' is unknown")]
    [InlineData("run --batch many", "Cannot parse argument 'many'")]
    [InlineData("report nowhere", "'nowhere' is not a run folder")]
    [InlineData("stats nowhere", "'nowhere' is not a run folder")]
    [InlineData("stats nowhere --resamples 0", "--resamples must be between 1 and 100000 (got 0)")]
    [InlineData("export nowhere", "'nowhere' is not a run folder")]
    [InlineData("export nowhere --format onnx", "--format 'onnx' is unknown")]
    [InlineData(
        "run --space nasbench102",
        "search space 'nasbench102' is unknown; did you mean 'nasbench101'?"
    )]
    [InlineData(
        "run --space nasbench101",
        "table 'nasbench201-256' belongs to nasbench201 (per its description), not nasbench101"
    )]
    [InlineData("score --space nasbench101 --arch c3:0/out:2", "at character 10 ")]
    [InlineData("search hans --table nasbench201-256", "search 'hans' is unknown; did you mean 'hnas'?")]
    [InlineData("search hnas:snap --table nasbench201-256", "metric 'snap' is unknown; did you mean 'snip'?")]
    [InlineData("search random --table nasbench201-256", "has no validation accuracies for cifar10")]
    [InlineData("search random", "--table")]
    [InlineData(
        "search random --table nasbench201-256 --repeats 0",
        "--repeats must be between 1 and 100000 (got 0)"
    )]
    [InlineData(
        "search random --table nasbench201-256 --pool all",
        "--pool 'all' is unknown; use table, scored or mixed"
    )]
    [InlineData(
        "search random --table nasbench201-256 --scores a --published b",
        "--scores and --published cannot be combined"
    )]
    [InlineData("search random --table nasbench201-256 --scores nowhere", "'nowhere' is not a run folder")]
    [InlineData("rnu", "rnu")]
    public void A_mistake_gets_one_sentence_and_exit_code_2(string command, string message)
    {
        var (code, output, error) = Zcbench.Run(_folder, command.Split(' '));
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.StartsWith("zcbench: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "runs")), "a run folder was left behind");
    }

    [Fact]
    public void Score_prints_json_with_every_proxy()
    {
        var (code, output, _) = Zcbench.Run(
            _folder,
            "score",
            "--arch",
            Cell,
            "--proxies",
            "wot,params",
            "--json"
        );
        Assert.Equal(0, code);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(Cell, json.GetProperty("architecture").GetString());
        // 72,656 + 65 · 10 + 243,040 + 28,000: one convolution of each size.
        Assert.Equal(344_346, json.GetProperty("scores").GetProperty("params").GetInt64());
        Assert.True(json.GetProperty("scores").GetProperty("wot").GetDouble() > 0);
    }

    [Fact]
    public void An_undefined_score_is_printed_with_its_reason()
    {
        const string Dead = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
        var (_, output, _) = Zcbench.Run(_folder, "score", "--arch", Dead, "--proxies", "wot", "--json");
        var wot = JsonDocument.Parse(output).RootElement.GetProperty("scores").GetProperty("wot");
        Assert.Equal("two samples share one activation code", wot.GetProperty("undefined").GetString());
    }

    [Fact]
    public void A_search_measures_on_the_way_what_its_run_lacks_and_pays_for_it()
    {
        string[] operations = ["nor_conv_3x3", "nor_conv_1x1", "skip_connect", "avg_pool_3x3"];
        File.WriteAllLines(
            Path.Combine(_folder, "table.csv"),
            [
                "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_test200",
                .. operations
                    .SelectMany(
                        first => operations,
                        (first, second) =>
                            $"|{first}~0|+|none~0|{second}~1|+|skip_connect~0|none~1|skip_connect~2|"
                    )
                    .Select((cell, i) => $"{cell},{50 + i},{100 + i},{80 + i}"),
            ]
        );
        Assert.Equal(
            0,
            Zcbench
                .Run(
                    _folder,
                    "run",
                    "--no-report",
                    "--table",
                    "table.csv",
                    "--sample",
                    "3",
                    "--batch",
                    "4",
                    "--proxies",
                    "synflow",
                    "--out",
                    "scored"
                )
                .ExitCode
        );
        string[] search =
        [
            "search",
            "proxy:synflow@16,warm_evolution:synflow@12,random",
            "--table",
            "table.csv",
            "--scores",
            "scored",
            "--budget",
            "12",
            "--repeats",
            "3",
            "--json",
        ];
        var stored = File.ReadAllBytes(Path.Combine(_folder, "scored", "scores.db"));
        var (passed, _, told) = Zcbench.Run(_folder, search);
        Assert.True(passed == 0, told);
        Assert.Contains("13 of 16 architectures lack scores", told, StringComparison.Ordinal);
        Assert.Contains(
            "forgotten now; --save-scores writes them into scored",
            told,
            StringComparison.Ordinal
        );
        Assert.Equal(stored, File.ReadAllBytes(Path.Combine(_folder, "scored", "scores.db")));
        var (code, first, error) = Zcbench.Run(_folder, [.. search, "--save-scores"]);
        Assert.True(code == 0, error);
        Assert.Contains("13 of 16 architectures lack scores", error, StringComparison.Ordinal);
        var methods = JsonDocument.Parse(first).RootElement.GetProperty("methods");
        Assert.Equal(
            ["proxy:synflow@16", "warm_evolution:synflow@12", "random"],
            methods.EnumerateArray().Select(item => item.GetProperty("method").GetString())
        );
        Assert.True(methods[0].GetProperty("scoring_seconds").GetDouble() > 0);
        Assert.Equal(0, methods[0].GetProperty("training_seconds").GetDouble());
        Assert.Equal(12, methods[2].GetProperty("queries").GetDouble());
        var (_, second, silence) = Zcbench.Run(_folder, [.. search, "--workers", "1"]);
        Assert.DoesNotContain("lack scores", silence, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(2, Zcbench.Run(_folder, [.. search, "--out", "scored"]).ExitCode);
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes_with_one_worker_and_with_two()
    {
        string[] run = ["run", "--sample", "12", "--batch", "4", "--out"];
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "one", "--workers", "1"]).ExitCode);
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "two", "--workers", "2"]).ExitCode);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder, "one", "scores.csv")),
            File.ReadAllBytes(Path.Combine(_folder, "two", "scores.csv"))
        );
    }

    [Fact]
    public void A_run_that_is_killed_continues_where_it_stopped()
    {
        string[] run =
        [
            "run",
            "--proxies",
            "wot",
            "--sample",
            "60",
            "--batch",
            "8",
            "--workers",
            "1",
            "--out",
            "killed",
        ];
        using (var process = Zcbench.Start(_folder, run))
        {
            Assert.True(Zcbench.Comes(() => Stored("killed") >= 5), "nothing was stored");
            process.Kill();
            process.WaitForExit();
        }

        var before = Stored("killed");
        Assert.InRange(before, 5, 59);
        var (code, _, error) = Zcbench.Run(_folder, run);
        Assert.Equal(0, code);
        Assert.Contains($"{60 - before}/{60 - before} architectures", error, StringComparison.Ordinal);
        Assert.Equal(60, Stored("killed"));

        run[^1] = "whole";
        Zcbench.Run(_folder, run);
        Assert.Equal(
            File.ReadAllText(Path.Combine(_folder, "whole", "scores.csv")),
            File.ReadAllText(Path.Combine(_folder, "killed", "scores.csv"))
        );
    }

    [Fact]
    public void Lists_are_printed_as_json_too()
    {
        var (_, output, _) = Zcbench.Run(_folder, "ls", "proxies", "--json");
        Assert.Contains(
            JsonDocument.Parse(output).RootElement.EnumerateArray(),
            item => item.GetProperty("id").GetString() == "das"
        );
    }

    [Fact]
    public void Spaces_are_counted_by_going_through_them_but_that_of_DARTS()
    {
        var (_, output, _) = Zcbench.Run(_folder, "ls", "spaces", "--count", "--json");
        Assert.All(
            JsonDocument.Parse(output).RootElement.EnumerateArray(),
            space =>
                Assert.Equal(
                    space.GetProperty("id").GetString() == "darts"
                        ? "too many"
                        : space.GetProperty("architectures").GetString(),
                    space.GetProperty("counted").GetString()
                )
        );
    }

    [Fact]
    public void A_run_takes_the_space_from_the_tables_columns_or_from_the_option()
    {
        File.WriteAllText(
            Path.Combine(_folder, "own.csv"),
            "hash,vertices,adjacency_upper_triangle,interior_operations,params,mean_test_accuracy_108\n"
                + "a,2,1,,882570,0.8\nb,3,101,1,1920138,0.9\nc,3,101,0,10177674,0.95\n"
        );
        File.WriteAllText(
            Path.Combine(_folder, "text.csv"),
            "architecture,cifar10_test108\nout:0,80\nc1:0/out:1,90\nc3:0/out:1,95\n"
        );
        Assert.Equal(
            0,
            Zcbench.Run(_folder, "run", "--table", "own.csv", "--proxies", "params", "--out", "a").ExitCode
        );
        Assert.Equal(
            0,
            Zcbench
                .Run(
                    _folder,
                    "run",
                    "--table",
                    "text.csv",
                    "--space",
                    "nasbench101",
                    "--proxies",
                    "params",
                    "--out",
                    "b"
                )
                .ExitCode
        );
        var scores = File.ReadAllText(Path.Combine(_folder, "a", "scores.csv"));
        Assert.Contains("c1:0/out:1", scores, StringComparison.Ordinal);
        Assert.Equal(scores, File.ReadAllText(Path.Combine(_folder, "b", "scores.csv")));
        Assert.Equal(0, Zcbench.Run(_folder, "report", "b").ExitCode);
    }

    [Theory]
    [InlineData("proxies", "proxies")]
    [InlineData("statistics", "statistics")]
    [InlineData("evidence", "which-proxy")]
    public void A_generated_page_is_what_the_catalogue_says(string noun, string page)
    {
        var (_, output, _) = Zcbench.Run(_folder, "ls", noun, "--markdown");
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", $"{page}.md")), output);
    }

    [Fact]
    public void A_report_without_its_store_is_refused_and_leaves_the_files_alone()
    {
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "run", "--sample", "4", "--batch", "4", "--proxies", "das", "--out", "r")
                .ExitCode
        );
        var report = File.ReadAllText(Path.Combine(_folder, "r", "report.md"));
        File.Delete(Path.Combine(_folder, "r", RunStore.FileName));
        var (code, _, error) = Zcbench.Run(_folder, "report", "r");
        Assert.Equal(2, code);
        Assert.Contains("'r' holds no scores.db", error, StringComparison.Ordinal);
        Assert.Equal(report, File.ReadAllText(Path.Combine(_folder, "r", "report.md")));
    }

    [Fact]
    public void A_run_ends_with_the_page_and_a_report_of_it_has_the_same_bytes()
    {
        Count("r");
        var page = File.ReadAllBytes(Path.Combine(_folder, "r", "report.html"));
        var (code, output, _) = Zcbench.Run(_folder, "report", "r", "--out", "again");
        Assert.Equal(0, code);
        Assert.Contains(Path.Combine("again", "report.html"), output, StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllBytes(Path.Combine(_folder, "again", "report.html")));
    }

    [Fact]
    public void A_run_without_its_report_stores_what_a_later_report_needs()
    {
        Count("r");
        string[] run = ["run", "--sample", "20", "--proxies", "params", "--out", "bare", "--no-report"];
        var (code, output, _) = Zcbench.Run(_folder, run);
        Assert.Equal(0, code);
        Assert.Empty(output);
        Assert.Equal(
            ["run.json", "run.lock", RunStore.FileName, RunSession.FileName],
            Directory.GetFiles(Path.Combine(_folder, "bare")).Select(Path.GetFileName).Order()
        );
        Assert.Equal(0, Zcbench.Run(_folder, "report", "bare").ExitCode);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder, "r", "scores.csv")),
            File.ReadAllBytes(Path.Combine(_folder, "bare", "scores.csv"))
        );
    }

    [Fact]
    public void A_report_that_cannot_be_made_writes_nothing()
    {
        Count("r");
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "run", "--sample", "20", "--proxies", "params", "--batch", "4", "--out", "s")
                .ExitCode
        );
        File.WriteAllText(Path.Combine(_folder, "file"), "in the way");
        File.WriteAllText(Path.Combine(_folder, "s", RunStore.FileName), "no database");
        Refused("cannot be used as a run store", "report", "s", "--out", "out");
        Refused("cannot be written", "report", "r", "--out", "file");
        Refused("cannot be read", "report", "r", "--with", "nowhere.json", "--out", "out");
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
        Assert.Equal("in the way", File.ReadAllText(Path.Combine(_folder, "file")));
    }

    [Fact]
    public void Runs_that_do_not_fit_are_refused()
    {
        Count("r");
        Assert.Equal(
            0,
            Zcbench
                .Run(
                    _folder,
                    "run",
                    "--no-report",
                    "--sample",
                    "20",
                    "--proxies",
                    "params",
                    "--batch",
                    "4",
                    "--out",
                    "s"
                )
                .ExitCode
        );
        Refused("differ", "report", "r", "s", "--out", "out");
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Fact]
    public void A_report_never_replaces_what_others_keep()
    {
        Count("r");
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "run", "--sample", "20", "--proxies", "params", "--batch", "4", "--out", "s")
                .ExitCode
        );
        Directory.CreateDirectory(Path.Combine(_folder, "paper", "figures"));
        File.WriteAllText(Path.Combine(_folder, "paper", "figures", "mine.txt"), "mine");
        var other = File.ReadAllText(Path.Combine(_folder, "s", "report.md"));
        Refused("is there already and would be replaced", "report", "r", "--out", "paper");
        Refused(
            "is there already and would be replaced",
            "run",
            "--sample",
            "4",
            "--proxies",
            "params",
            "--batch",
            "4",
            "--out",
            "paper"
        );
        Refused("holds another run", "report", "r", "--out", "s");
        Assert.True(File.Exists(Path.Combine(_folder, "paper", "figures", "mine.txt")));
        Assert.Equal(other, File.ReadAllText(Path.Combine(_folder, "s", "report.md")));
        Assert.Equal(0, Zcbench.Run(_folder, "report", "r").ExitCode);
    }

    [Fact]
    public void A_run_is_reported_after_its_table_has_moved()
    {
        const string Table =
            "architecture,cifar10_test200\n|none~0|+|none~0|none~1|+|none~0|none~1|none~2|,10\n"
            + "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,60\n"
            + "|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|none~0|none~1|skip_connect~2|,90\n";
        File.WriteAllText(Path.Combine(_folder, "t.csv"), Table);
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "run", "--table", "t.csv", "--proxies", "params", "--batch", "4", "--out", "r")
                .ExitCode
        );
        Directory.CreateDirectory(Path.Combine(_folder, "moved"));
        File.Move(Path.Combine(_folder, "t.csv"), Path.Combine(_folder, "moved", "t.csv"));
        Refused("pass its path with --table", "report", "r", "--out", "out");
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "report", "r", "--out", "out", "--table", Path.Combine("moved", "t.csv"))
                .ExitCode
        );
        File.AppendAllText(
            Path.Combine(_folder, "moved", "t.csv"),
            "|skip_connect~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,50\n"
        );
        Refused(
            "is not the file this run was made with",
            "report",
            "r",
            "--out",
            "out",
            "--table",
            Path.Combine("moved", "t.csv")
        );
    }

    private void Refused(string message, params string[] command)
    {
        var (code, _, error) = Zcbench.Run(_folder, command);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_folder_that_holds_another_run_is_refused()
    {
        string[] run =
        [
            "run",
            "--no-report",
            "--sample",
            "4",
            "--batch",
            "4",
            "--proxies",
            "params",
            "--out",
            "r",
            "--seed",
        ];
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "0"]).ExitCode);
        var (code, _, error) = Zcbench.Run(_folder, [.. run, "1"]);
        Assert.Equal(2, code);
        Assert.Contains("r holds another run", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rank_sum_of_any_list_is_reported()
    {
        var (code, output, _) = Zcbench.Run(
            _folder,
            "run",
            "--sample",
            "8",
            "--batch",
            "4",
            "--proxies",
            "rank_sum:wot+params",
            "--out",
            "r"
        );
        Assert.Equal(0, code);
        Assert.Contains("rank_sum:wot+params", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_names_the_passes_and_who_shares_them()
    {
        var (code, output, _) = Zcbench.Run(_folder, "plan", "--proxies", "grad_norm,snip,wot");
        Assert.Equal(0, code);
        Assert.Contains("for grad_norm, snip, wot", output, StringComparison.Ordinal);
        Assert.Contains("loss_gradients", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_prints_every_table_or_json_of_a_run()
    {
        Count("r");
        var (code, output, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "50");
        Assert.Equal(0, code);
        Assert.Contains("Paired comparison of proxies", output, StringComparison.Ordinal);
        var (_, json, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "50", "--json");
        Assert.Equal(
            20,
            JsonDocument
                .Parse(json)
                .RootElement.GetProperty("populations")[0]
                .GetProperty("architectures")
                .GetInt32()
        );
    }

    [Fact]
    public void Counting_is_scored_with_every_run()
    {
        Count("r");
        Assert.Contains(
            "counting",
            Zcbench.Run(_folder, "stats", "r", "--resamples", "50").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Exported_scores_can_be_put_beside_the_run_they_came_from()
    {
        Count("r");
        Assert.Equal(0, Zcbench.Run(_folder, "export", "r", "--out", "r.json").ExitCode);
        var (code, output, _) = Zcbench.Run(
            _folder,
            "stats",
            "r",
            "--with",
            "r.json",
            "--resamples",
            "50",
            "--json"
        );
        Assert.Equal(0, code);
        var agreement = JsonDocument
            .Parse(output)
            .RootElement.GetProperty("published")[0]
            .GetProperty("agreement")
            .EnumerateArray();
        Assert.All(
            agreement.Where(item =>
                item.GetProperty("ours").GetString() == item.GetProperty("theirs").GetString()
            ),
            item => Assert.Equal(1, item.GetProperty("kendall_tau_b").GetDouble())
        );
    }

    [Fact]
    public void Seeds_of_weights_and_minibatch_vary_apart_on_the_same_architectures()
    {
        string[] run =
        [
            "run",
            "--no-report",
            "--sample",
            "6",
            "--sample-seed",
            "3",
            "--batch",
            "4",
            "--proxies",
            "wot",
            "--out",
        ];
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "a"]).ExitCode);
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "b", "--seed", "1", "--input-seed", "0"]).ExitCode);
        Assert.Equal(0, Zcbench.Run(_folder, [.. run, "c", "--input-seed", "1"]).ExitCode);
        var (code, output, _) = Zcbench.Run(_folder, "stats", "a", "b", "c", "--resamples", "20", "--json");
        Assert.Equal(0, code);
        Assert.Equal(
            ["weights", "minibatch", "both"],
            JsonDocument
                .Parse(output)
                .RootElement.GetProperty("spread")
                .EnumerateArray()
                .Where(item => item.GetProperty("proxy").GetString() == "wot")
                .Select(item => item.GetProperty("varied").GetString())
        );
    }

    [Fact]
    public void What_reads_a_run_leaves_its_folder_as_it_is()
    {
        Count("r");
        var run = Path.Combine(_folder, "r");
        var before = Content();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(run, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        try
        {
            foreach (
                var command in new[]
                {
                    "report r --out page",
                    "stats r --resamples 20",
                    "export r --out r.json",
                }
            )
            {
                var (code, _, error) = Zcbench.Run(_folder, command.Split(' '));
                Assert.True(code == 0, error);
            }

            Assert.Equal(before, Content());
        }
        finally
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(
                    run,
                    UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                );
            }
        }

        IEnumerable<(string, string)> Content() =>
            [
                .. Directory
                    .GetFiles(run)
                    .Order(StringComparer.Ordinal)
                    .Select(file => (Path.GetFileName(file), Convert.ToHexString(File.ReadAllBytes(file)))),
            ];
    }

    [Fact]
    public void A_second_run_into_one_folder_is_refused_until_the_first_has_died()
    {
        string[] run =
        [
            "run",
            "--no-report",
            "--batch",
            "8",
            "--proxies",
            "wot",
            "--workers",
            "1",
            "--out",
            "r",
        ];
        using var first = Zcbench.Start(_folder, run);
        try
        {
            var patience = Stopwatch.StartNew();
            while (Stored("r") == 0)
            {
                Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "nothing was scored");
                Thread.Sleep(20);
            }

            var (code, _, error) = Zcbench.Run(_folder, run);
            Assert.Equal(2, code);
            Assert.StartsWith(
                "zcbench: another process is writing into run folder 'r'",
                error.Trim().Split('\n')[^1],
                StringComparison.Ordinal
            );
        }
        finally
        {
            first.Kill();
            first.WaitForExit();
        }

        RunStore.Open(Path.Combine(_folder, "r")).Dispose();
    }

    private void Count(string run) =>
        Assert.Equal(
            0,
            Zcbench.Run(_folder, "run", "--sample", "20", "--proxies", "params", "--out", run).ExitCode
        );

    private int Stored(string run)
    {
        var folder = Path.Combine(_folder, run);
        if (!File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            return 0;
        }

        using var store = RunStore.OpenExisting(folder);
        var proxies = store.Proxies();
        return proxies.Count == 0
            ? 0
            : store.Scores("nasbench201", proxies[0], RunManifest.Load(folder).Protocol).Count;
    }

    [Fact]
    public void An_imported_table_can_be_run()
    {
        File.WriteAllText(
            Path.Combine(_folder, "source.csv"),
            $"cell,acc\n{Cell},80.5\n{Cell.Replace("none", "skip_connect", StringComparison.Ordinal)},90.5\n"
        );
        var (code, output, error) = Zcbench.Run(
            _folder,
            "import",
            "source.csv",
            "--out",
            "t.csv",
            "--map",
            "architecture=cell",
            "cifar10-valid_val200=acc"
        );
        Assert.True(code == 0, error);
        Assert.Contains("wrote  t.csv, 2 rows, 2 columns, SHA-256 ", output, StringComparison.Ordinal);
        (code, _, error) = Zcbench.Run(
            _folder,
            "run",
            "--no-report",
            "--table",
            "t.csv",
            "--dataset",
            "cifar10-valid",
            "--split",
            "val",
            "--proxies",
            "params",
            "--out",
            "scored"
        );
        Assert.True(code == 0, error);
    }
}
