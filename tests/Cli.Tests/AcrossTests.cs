using System.Text.Json;

namespace ZcBench.Cli.Tests;

/// <summary>stats and report over runs of several search spaces.</summary>
public sealed class AcrossTests : IDisposable
{
    private const string Proxies = "params,flops,conv_depth";
    private readonly string _folder = Directory.CreateTempSubdirectory("across").FullName;

    public AcrossTests()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "macro.csv"),
            [
                "architecture,cifar10_test50",
                "00000000,45.4",
                "00000001,64.2",
                "01000000,70.1",
                "02012100,88.3",
                "11111111,91.0",
                "22222222,92.5",
                "12012012,90.2",
                "00100200,71.9",
            ]
        );
        Run("--sample", "20", "--proxies", Proxies, "--out", "cells");
        Run("--table", "macro.csv", "--space", "nasbenchmacro", "--proxies", Proxies, "--out", "macro");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Stats_of_two_spaces_answers_prints_tables_and_writes_files()
    {
        var (code, output, _) = Stats("cells", "macro", "--out", "files");
        Assert.Equal(0, code);
        Assert.StartsWith("To a search space you have not seen, take ", output, StringComparison.Ordinal);
        Assert.Contains("Blocks: 2 search spaces or 4 tasks", output, StringComparison.Ordinal);
        Assert.Contains("P(improvement)", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "files", "tables", "leaderboard.md")));
        Assert.True(File.Exists(Path.Combine(_folder, "files", "figures", "critical_difference.png")));
        Assert.True(File.Exists(Path.Combine(_folder, "files", "figures", "performance_profiles.svg")));
    }

    [Fact]
    public void Its_json_holds_the_answer_the_tests_and_every_proxy()
    {
        var (code, output, _) = Stats("cells", "macro", "--blocks", "tasks", "--json");
        Assert.Equal(0, code);
        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal("tasks", root.GetProperty("setting").GetProperty("blocks").GetString());
        Assert.Equal(2, root.GetProperty("tests").GetArrayLength());
        Assert.Contains(
            root.GetProperty("proxies").EnumerateArray(),
            proxy => proxy.GetProperty("id").GetString() == "conv_depth"
        );
    }

    [Fact]
    public void Report_of_two_spaces_writes_the_comparison_into_a_folder_of_its_own()
    {
        var (code, _, error) = Zcbench.Run(_folder, "report", "cells", "macro");
        Assert.Equal(2, code);
        Assert.Contains("name another folder with --out", error, StringComparison.Ordinal);
        Assert.Equal(0, Zcbench.Run(_folder, "report", "cells", "macro", "--out", "page").ExitCode);
        Assert.True(File.Exists(Path.Combine(_folder, "page", "across.json")));
    }

    [Fact]
    public void What_does_not_fit_is_one_sentence()
    {
        Refused("--blocks 'space' is unknown; use spaces or tasks", "cells", "--blocks", "space");
        Refused("count each of its 3 tasks with --blocks tasks", "cells", "--blocks", "spaces");
        Refused("the runs are of one task, nasbenchmacro/cifar10", "macro", "--blocks", "tasks");
        Refused("'macro.csv' is a file, not a run folder", "cells", "macro.csv");
        Refused("cells is a run folder", "cells", "macro", "--out", "cells");
        Refused("--out x is for comparisons across search spaces", "cells", "--out", "x");
        Refused("--with p.csv goes with runs of one dataset", "cells", "macro", "--with", "p.csv");
    }

    private void Refused(string sentence, params string[] arguments)
    {
        var (code, _, error) = Stats(arguments);
        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private (int ExitCode, string Output, string Error) Stats(params string[] arguments) =>
        Zcbench.Run(_folder, ["stats", .. arguments, "--resamples", "50"]);

    private void Run(params string[] arguments)
    {
        var (code, _, error) = Zcbench.Run(_folder, ["run", .. arguments, "--no-report"]);
        Assert.True(code == 0, error);
    }
}
