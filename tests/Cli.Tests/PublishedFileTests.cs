using System.Text.Json;

namespace ZcBench.Cli.Tests;

/// <summary>Scores of others beside a run and in a search, as a user gives them.</summary>
public sealed class PublishedFileTests : IDisposable
{
    private static readonly string[] Operations =
    [
        "nor_conv_3x3",
        "nor_conv_1x1",
        "skip_connect",
        "avg_pool_3x3",
    ];
    private readonly string _folder = Directory.CreateTempSubdirectory("published").FullName;

    private static IEnumerable<string> Cells =>
        Operations.SelectMany(
            first => Operations,
            (first, second) => $"|{first}~0|+|none~0|{second}~1|+|skip_connect~0|none~1|skip_connect~2|"
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_imported_from_a_file_of_the_suite_is_compared_searched_and_exported_with_it()
    {
        Write(
            "zc.json",
            "{\"cifar10\": {"
                + string.Join(
                    ", ",
                    Keys()
                        .Select(
                            (key, i) =>
                                $"\"{key}\": {{\"nwot\": {{\"score\": {i}.5, \"time\": 1.0}}, \"id\": {i}, "
                                + $"\"val_accuracy\": {50 + i}.25}}"
                        )
                )
                + "}}"
        );
        Ok("import", "zc.json", "--out", "t.csv");
        Ok(
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
            "r"
        );
        Ok("stats", "r", "--with", "zc.json", "--resamples", "50");
        Ok("report", "r", "--with", "zc.json", "--out", "page");
        Ok("export", "r", "--out", "r.json");
        Assert.Equal(
            "cifar10",
            JsonDocument
                .Parse(File.ReadAllText(Path.Combine(_folder, "r.json")))
                .RootElement.EnumerateObject()
                .Single()
                .Name
        );
        Ok("stats", "r", "--with", "r.json", "--resamples", "50");
        Write(
            "s.csv",
            "architecture,cifar10-valid_val200,cifar10-valid_test200,cifar10-valid_train200_seconds\n"
                + string.Concat(Cells.Select((cell, i) => $"{cell},{50 + i}.25,{51 + i},100\n"))
        );
        Ok(
            "search",
            "proxy:nwot",
            "--table",
            "s.csv",
            "--dataset",
            "cifar10-valid",
            "--published",
            "zc.json",
            "--repeats",
            "2",
            "--budget",
            "3"
        );
    }

    [Fact]
    public void Only_known_prefixes_make_a_namesake()
    {
        Table();
        Write(
            "pub.csv",
            "architecture,noise_wot:higher,my_params:higher,neg_params:lower,nbsz_params,params\n"
                + string.Concat(Cells.Select((cell, i) => $"{cell},{i},{i},{-i},{i},{i}\n"))
        );
        Ok("run", "--no-report", "--table", "t.csv", "--proxies", "params,live_flops,flops", "--out", "r");
        var output = Ok("stats", "r", "--with", "pub.csv", "--resamples", "50");
        Assert.Equal(
            ["nbsz_params", "params"],
            output
                .Split('\n')
                .Where(line => line.Contains("same definition", StringComparison.Ordinal))
                .Select(line => line.Trim().Split(' ')[0])
        );
    }

    [Fact]
    public void A_search_takes_no_other_column_than_the_one_that_was_named()
    {
        Table();
        Write(
            "pub.csv",
            "architecture,noise_wot,live_flops,nbsz_snip\n"
                + string.Concat(Cells.Select((cell, i) => $"{cell},{i},{i},{i}\n"))
        );
        Refused(
            "published proxy 'flops' is unknown",
            "search",
            "proxy:flops",
            "--table",
            "t.csv",
            "--published",
            "pub.csv",
            "--repeats",
            "2"
        );
        Refused(
            "published proxy 'wot' is unknown",
            "search",
            "proxy:wot",
            "--table",
            "t.csv",
            "--published",
            "pub.csv",
            "--repeats",
            "2"
        );
        Refused(
            "known are live_flops, nbsz_snip, noise_wot (the columns of pub.csv)",
            "search",
            "proxy:somethingelse",
            "--table",
            "t.csv",
            "--published",
            "pub.csv",
            "--repeats",
            "2"
        );
        Assert.Contains(
            "snip is nbsz_snip",
            Ok(
                "search",
                "proxy:snip@8",
                "--table",
                "t.csv",
                "--published",
                "pub.csv",
                "--repeats",
                "2",
                "--budget",
                "5"
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(",architecture,x\n", "0,{0},1\n", "column 1 has no name")]
    [InlineData("architecture,x,\n", "{0},1,\n", "column 3 has no name")]
    [InlineData("architecture;x\n", "{0};1\n", "separates its columns by ';'")]
    public void A_file_that_is_not_clear_is_refused_wherever_it_is_read(
        string header,
        string row,
        string message
    )
    {
        Table();
        Write(
            "pub.csv",
            header
                + string.Concat(
                    Cells.Select(cell =>
                        string.Format(System.Globalization.CultureInfo.InvariantCulture, row, cell)
                    )
                )
        );
        Ok("run", "--no-report", "--table", "t.csv", "--proxies", "params", "--out", "r");
        Refused(message, "stats", "r", "--with", "pub.csv");
        Refused(message, "report", "r", "--with", "pub.csv", "--out", "page");
        Refused(message, "search", "proxy:x", "--table", "t.csv", "--published", "pub.csv", "--repeats", "1");
        Assert.False(Directory.Exists(Path.Combine(_folder, "page")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_blamed_on_another_option()
    {
        Table();
        var error = Refused(
            "nosuch.csv cannot be read",
            "search",
            "proxy:x",
            "--table",
            "t.csv",
            "--published",
            "nosuch.csv"
        );
        Assert.DoesNotContain("--with", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_that_is_refused_writes_nothing()
    {
        Write("own.csv", "architecture,cifar10_test108\nout:0,80\nc1:0/out:1,90\nc3:0/out:1,95\n");
        Ok(
            "run",
            "--no-report",
            "--table",
            "own.csv",
            "--space",
            "nasbench101",
            "--proxies",
            "params",
            "--out",
            "r"
        );
        Refused("NASLib's keys of NAS-Bench-101 are not known here", "export", "r");
        Refused("NASLib's keys of NAS-Bench-101 are not known here", "export", "r", "--out", "x.json");
        Refused(
            "--out 'nowhere/x.json' is in a folder that does not exist; make the folder first",
            "export",
            "r",
            "--out",
            "nowhere/x.json"
        );
        Refused("--out 'r' is not a file", "export", "r", "--out", "r");
        Assert.Empty(Directory.GetFiles(_folder, "x.json*"));
    }

    private void Table() =>
        Write(
            "t.csv",
            "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_test200\n"
                + string.Concat(Cells.Select((cell, i) => $"{cell},{50 + i},{100 + i},{80 + i}\n"))
        );

    // NASLib's keys of the cells: the edges by source, then by target.
    private static IEnumerable<string> Keys() =>
        Operations.SelectMany(
            first => Operations,
            (first, second) => $"({Code(first)}, 1, 0, {Code(second)}, 1, 0)"
        );

    private static int Code(string operation) =>
        Array.IndexOf(["skip_connect", "none", "nor_conv_3x3", "nor_conv_1x1", "avg_pool_3x3"], operation);

    private void Write(string name, string content) =>
        File.WriteAllText(Path.Combine(_folder, name), content);

    private string Ok(params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.True(code == 0, error);
        return output;
    }

    private string Refused(string message, params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(2, code);
        Assert.Empty(output);
        return error;
    }
}
