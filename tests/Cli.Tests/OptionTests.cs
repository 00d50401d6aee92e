using System.Text.Json;

namespace ZcBench.Cli.Tests;

public sealed class OptionTests : IDisposable
{
    private const string Cell = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private readonly string _folder = Directory.CreateTempSubdirectory("options").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run --proxies rank_sum: --out r", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("run --proxies rank_sum:+ --out r", "'rank_sum:+' names no proxy; write rank_sum:a+b")]
    [InlineData("drop nowhere --proxies wot", "'nowhere' is not a run folder")]
    [InlineData("merge nowhere neither --out both", "'nowhere' is not a run folder")]
    [InlineData(
        "search random --table nasbench201-256 --save-scores",
        "--save-scores writes into a run folder"
    )]
    [InlineData("plan --proxies rank_sum:", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("score --arch x --proxies rank_sum:", "'rank_sum:' names no proxy; write rank_sum:a+b")]
    [InlineData("plan --proxies rank_sum:das+wot", "'das' is an aggregate, and a rank sum takes proxies")]
    public void A_rank_sum_of_nothing_is_refused(string command, string message)
    {
        Refused(message, command.Split(' '));
        Assert.False(Directory.Exists(Path.Combine(_folder, "r")));
    }

    [Theory]
    [InlineData("score --arch {0} --proxies wot --threads -2", "--threads must be between 1 and ")]
    [InlineData("score --arch {0} --proxies wot --threads 0", "--threads must be between 1 and ")]
    [InlineData("score --arch {0} --proxies wot --threads 9999", "--threads must be between 1 and ")]
    [InlineData("run --threads 9999", "--threads must be between 1 and ")]
    [InlineData("run --workers 9999", "--workers must be between 1 and 1024 (got 9999)")]
    [InlineData("profile --threads 9999", "--threads must be between 1 and ")]
    [InlineData("profile --population 0", "--population must be between 1 and 256 (got 0)")]
    [InlineData(
        "profile --population many",
        "--population 'many' is not a number; give numbers such as 1,8,32"
    )]
    [InlineData("run --shard 17/16", "--shard 17/16 does not exist; give k/n with k from 1 to n")]
    [InlineData("run --shards auto", "--shard auto needs SLURM_ARRAY_TASK_ID, which is not set")]
    [InlineData(
        "status nosuch",
        "'nosuch' holds neither a run nor shards of one; give a folder that 'zcbench run' wrote"
    )]
    [InlineData("submit --tasks 2 -- score", "'score' cannot be submitted; give a run")]
    [InlineData("submit --tasks 0 -- run --out r", "--tasks 0 is too few; give 1 or more")]
    [InlineData("submit --tasks 2 -- run", "the run names no folder; add --out")]
    [InlineData("submit --tasks 2 -- run --out r --shard 1/2", "--shard is what the tasks are given")]
    [InlineData(
        "submit --tasks 2 -- run --out r --sampl 3",
        "run: Unrecognized command or argument '--sampl'"
    )]
    [InlineData("submit --tasks 2 -- run --out r --proxies nosuch", "proxy 'nosuch' is unknown")]
    [InlineData("submit --tasks 9 -- run --out r --sample 8", "--shard 9/9 is empty")]
    [InlineData("run --population 0", "--population must be between 1 and 1024 (got 0)")]
    [InlineData("profile --space foo --arch small", "search space 'foo' is unknown")]
    [InlineData(
        "search shapley --table nasbench201-256",
        "search 'shapley' trains shared weights on images; run it with zcbench supernet shapley"
    )]
    [InlineData(
        "supernet darts --table nasbench201-256 --images texture",
        "--images texture has no labels to train on; give a folder with the binary files of CIFAR-10 "
            + "or CIFAR-100"
    )]
    [InlineData(
        "supernet shaply --table nasbench201-256 --images few",
        "supernet search 'shaply' is unknown; did you mean 'shapley'? (zcbench ls searches)"
    )]
    [InlineData(
        "supernet darts:third --table nasbench201-256 --images few",
        "search 'darts:third': 'third' is no argument of darts; use one of first, second"
    )]
    [InlineData(
        "supernet rsps:x --table nasbench201-256 --images few",
        "search 'rsps:x': rsps takes nothing after a colon; write rsps"
    )]
    [InlineData(
        "supernet darts --table nasbench201-256 --images few --cells 0",
        "--cells must be from 1 to 20 (got 0)"
    )]
    [InlineData(
        "supernet darts --table nasbench201-256 --images few",
        "half of the images are 2, fewer than a minibatch of 64; lower --batch or give more images"
    )]
    [InlineData(
        "supernet darts --table nasbench201-256 --images nosuch",
        "image folder 'nosuch' does not exist"
    )]
    [InlineData("plan --batch -7", "--batch -7 is too small")]
    [InlineData("plan --batch 0", "--batch 0 is too small")]
    [InlineData("plan --batch 1", "--batch 1 is too small")]
    [InlineData("plan --batch 99999999", "--batch 99999999 is too large")]
    [InlineData("plan --proxies wot --images nosuch", "image folder 'nosuch' does not exist")]
    [InlineData(
        "plan --proxies wot --images few --batch 5",
        "--batch 5 takes 10 images, because two minibatches are drawn, and the folder holds 5; "
            + "lower --batch to 2"
    )]
    [InlineData(
        "score --arch {0} --proxies wot --images few --batch 5",
        "--batch 5 takes 10 images, because two minibatches are drawn"
    )]
    [InlineData(
        "score --arch {0} --proxies wot --images few/data_batch_1.bin",
        "'few/data_batch_1.bin' is a file, where a folder of images was expected"
    )]
    [InlineData(
        "score --arch 1234 --proxies params",
        "'1234' is an index, and only the table that it is from says which NAS-Bench-201 architecture has it"
    )]
    public void An_option_is_checked_wherever_it_is_taken(string command, string message)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "few"));
        File.WriteAllBytes(Path.Combine(_folder, "few", "data_batch_1.bin"), new byte[5 * 3073]);
        Refused(message, command.Replace("{0}", Cell, StringComparison.Ordinal).Split(' '));
    }

    [Theory]
    [InlineData("nasbench201", "(4, 0, 3, 1, 4, 3)", 129_306)]
    [InlineData("nasbench201", "  " + Cell + " ", 73_306)]
    [InlineData(
        "nasbench101",
        "{\"matrix\": [[0.0,1.0],[0.0,0.0]], \"ops\": [\"input\",\"output\"]}",
        882_570
    )]
    [InlineData(
        "nasbench101",
        "{\"module_adjacency\": [[0,1],[0,0]], \"module_operations\": [\"input\",\"output\"]}",
        882_570
    )]
    public void Score_takes_an_architecture_as_people_paste_it(string space, string pasted, int parameters)
    {
        var (code, output, error) = Zcbench.Run(
            _folder,
            "score",
            "--space",
            space,
            "--arch",
            pasted,
            "--proxies",
            "params",
            "--json"
        );
        Assert.True(code == 0, error);
        var scored = JsonDocument
            .Parse(output)
            .RootElement.GetProperty("scores")
            .GetProperty("params")
            .GetInt32();
        Assert.Equal(parameters, scored);
    }

    [Fact]
    public void A_profile_times_the_networks_of_its_space()
    {
        var (code, _, error) = Zcbench.Run(
            _folder,
            "profile",
            "--space",
            "nasbench101",
            "--proxies",
            "params",
            "--arch",
            "small",
            "--batch",
            "4",
            "--iterations",
            "1",
            "--out",
            "p"
        );
        Assert.True(code == 0, error);
        var csv = File.ReadAllText(Path.Combine(_folder, "p", "profile.csv"));
        Assert.Contains("mp:0/out:1", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("~0|", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_a_run_with_exit_code_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no signals");
        using var process = Zcbench.Start(
            _folder,
            "run",
            "--no-report",
            "--proxies",
            "wot",
            "--batch",
            "32",
            "--workers",
            "1",
            "--out",
            "r"
        );
        Assert.True(
            Zcbench.Comes(() => File.Exists(Path.Combine(_folder, "r", "run.json"))),
            "it did not begin"
        );
        using var kill = System.Diagnostics.Process.Start(
            "kill",
            ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "it did not end");
        Assert.Equal(130, process.ExitCode);
        Assert.Contains(
            "stopped; the same command continues where it stopped",
            error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Too_few_resamples_give_no_interval_and_say_so()
    {
        Assert.Equal(
            0,
            Zcbench
                .Run(_folder, "run", "--no-report", "--sample", "20", "--proxies", "params", "--out", "r")
                .ExitCode
        );
        var (code, output, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "1");
        Assert.Equal(0, code);
        Assert.Contains(
            "No intervals: a 95% interval takes at least 39 resamples (got 1).",
            output,
            StringComparison.Ordinal
        );
        var (_, json, _) = Zcbench.Run(_folder, "stats", "r", "--resamples", "1", "--json");
        var rho = JsonDocument
            .Parse(json)
            .RootElement.GetProperty("populations")[0]
            .GetProperty("proxies")[0]
            .GetProperty("spearman_rho");
        Assert.Contains("takes at least 39 resamples", rho.GetRawText(), StringComparison.Ordinal);
    }

    private void Refused(string message, params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
