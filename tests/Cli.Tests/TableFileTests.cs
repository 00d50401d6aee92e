using System.Text;

namespace ZcBench.Cli.Tests;

/// <summary>Tables and run folders in the state in which users have them.</summary>
public sealed class TableFileTests : IDisposable
{
    private const string First = "|none~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|none~2|";
    private const string Second = "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|";
    private const string Rows = $"architecture,cifar10_test200\n{First},80\n{Second},90\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("tables").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        "architecture;cifar10_test200\n" + First + ";80\n",
        "t.csv separates its columns by ';', where commas were expected"
    )]
    [InlineData("architecture,cifar10_test200\r" + First + ",80\r", "t.csv ends its lines with CR alone")]
    [InlineData(
        "architecture,CIFAR-10_test200\n" + First + ",80\n",
        "dataset 'CIFAR-10', which is unknown; did you mean 'cifar10'?"
    )]
    [InlineData(
        "architecture,cifar10_test200\n" + First + ",0.8\n" + Second + ",0.9\n",
        "cifar10_test200 is read in percent, but its largest value is 0.9"
    )]
    [InlineData(",architecture,cifar10_test200\n0," + First + ",80\n", "t.csv, line 1: column 1 has no name")]
    [InlineData("architecture,cifar10_test200\n1234,80\n", "t.csv, line 2: '1234' is an index")]
    public void A_faulty_table_is_refused_by_what_is_wrong(string content, string message)
    {
        Write("t.csv", content);
        Refused(message, "run", "--no-report", "--table", "t.csv", "--proxies", "params");
        Assert.False(Directory.Exists(Path.Combine(_folder, "runs")));
    }

    [Fact]
    public void Utf16_is_refused_by_what_it_is()
    {
        File.WriteAllText(Path.Combine(_folder, "t.csv"), Rows, Encoding.Unicode);
        Refused("t.csv is UTF-16 text", "run", "--no-report", "--table", "t.csv", "--proxies", "params");
    }

    [Fact]
    public void A_description_of_id_and_space_is_enough()
    {
        Write("t.csv", Rows);
        Write("t.json", """{"id": "mine", "space": "nasbench201"}""");
        Ok("run", "--no-report", "--table", "t.csv", "--proxies", "params", "--out", "r");
        Write("t.json", """{"title": "mine", "space": "nasbench201"}""");
        Refused(
            "t.json lacks id; add it",
            "run",
            "--no-report",
            "--table",
            "t.csv",
            "--proxies",
            "params",
            "--out",
            "s"
        );
        Assert.False(Directory.Exists(Path.Combine(_folder, "s")));
    }

    [Fact]
    public void A_damaged_manifest_is_renewed_once_it_is_deleted()
    {
        Write("t.csv", Rows);
        string[] run = ["run", "--no-report", "--table", "t.csv", "--proxies", "params", "--out", "r"];
        Ok(run);
        var manifest = File.ReadAllText(Path.Combine(_folder, "r", "run.json"));
        foreach (var damaged in (string[])["{", "null", "{}", "{\"proxies\": [null]}"])
        {
            Write(Path.Combine("r", "run.json"), damaged);
            Refused("delete run.json and run the same command again", run);
        }

        Refused("delete run.json and run the same command again", "stats", "r");
        File.Delete(Path.Combine(_folder, "r", "run.json"));
        Ok(run);
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(_folder, "r", "run.json")));
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "r"), "*.new"));
    }

    [Fact]
    public void A_finished_run_needs_no_memory()
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
            "wot",
            "--out",
            "r",
            "--memory",
        ];
        Ok([.. run, "2GB"]);
        Ok([.. run, "1MB"]);
        Refused(
            "--memory allows 0.0 GB",
            "run",
            "--no-report",
            "--sample",
            "4",
            "--batch",
            "4",
            "--proxies",
            "wot,snip",
            "--out",
            "r",
            "--memory",
            "1MB"
        );
    }

    [Fact]
    public void A_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_are_called_so()
    {
        Write("t.csv", Rows);
        Refused("'t.csv' is a file, not a run folder", "stats", "t.csv");
        Refused(
            "--out 't.csv' is a file",
            "run",
            "--no-report",
            "--table",
            "t.csv",
            "--proxies",
            "params",
            "--out",
            "t.csv"
        );
        Refused(
            $"table '{_folder}' is a folder",
            "run",
            "--no-report",
            "--table",
            _folder,
            "--proxies",
            "params"
        );
    }

    [Fact]
    public void A_file_of_another_benchmark_is_not_imported()
    {
        Write(
            "zc.json",
            """
            {"jigsaw": {"(0, 0, 1, 3, 3, 2)": {
                "zen": {"score": 69.1, "time": 0.1}, "id": 0, "val_accuracy": 94.4}}}
            """
        );
        Refused(
            "zc.json holds tasks of TransNAS-Bench-101 (jigsaw), not datasets of NAS-Bench-201",
            "import",
            "zc.json",
            "--out",
            "t.csv"
        );
        Assert.Single(Directory.GetFiles(_folder));
    }

    private void Write(string name, string content) =>
        File.WriteAllText(Path.Combine(_folder, name), content);

    private void Ok(params string[] command)
    {
        var (code, _, error) = Zcbench.Run(_folder, command);
        Assert.True(code == 0, error);
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
