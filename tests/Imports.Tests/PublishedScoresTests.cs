using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Tests;
using ZcBench.Imports.Published;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Imports.Tests;

public sealed class PublishedScoresTests : IDisposable
{
    private const string Dead = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private static readonly ISearchSpace Space = SearchSpaces.Named("nasbench201");
    private readonly string _folder = Directory.CreateTempSubdirectory("published").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("architecture,a\n" + Dead + ",1\n" + Dead + ",2\n", "line 3: architecture")]
    [InlineData("architecture,a\n" + Dead + ",good\n", "line 2: a is 'good'")]
    [InlineData("architecture,a\n" + Dead + ",1,2\n", "line 2: 3 fields")]
    [InlineData("architecture,a\ncell,1\n", "is not a NAS-Bench-201 architecture")]
    [InlineData("architecture,index\n" + Dead + ",1\n", "no column of scores")]
    [InlineData("architecture,a,a\n" + Dead + ",1,2\n", "two columns 'a'")]
    [InlineData("architecture,a\n", "a header and no rows")]
    [InlineData("arch,a\n1,2\n", "no column 'architecture'")]
    [InlineData("", "is empty")]
    [InlineData("[1]", "the file holds a list")]
    [InlineData("{\"cifar10\": {", "is not JSON")]
    [InlineData("{\"cifar100\": {}}", "has no scores for cifar10; it has cifar100")]
    [InlineData("{\"cifar10\": [1]}", "'cifar10' holds a list")]
    [InlineData("{\"cifar10\": {\"(1, 2)\": {}}}", "'(1, 2)' is not a key")]
    [InlineData("{\"cifar10\": {\"(1, 1, 1, 1, 1, 5)\": {}}}", "is not a key")]
    [InlineData("{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"a\": {\"time\": 1}}}}", "without a score")]
    [InlineData("{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"a\": {\"score\": \"x\"}}}}", "is a text")]
    [InlineData("{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"val_accuracy\": 1}}}", "holds no scores")]
    [InlineData("{\"cifar10\": {}, \"cifar10\": {}}", "uplicate propert")]
    [InlineData(
        "{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"a\": {\"score\": 1}, \"a\": {\"score\": 2}}}}",
        "uplicate propert"
    )]
    [InlineData(
        "{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"a\": {\"score\": \"\\ud800\"}}}}",
        "a name that is not valid text"
    )]
    [InlineData(
        "{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"\\uD800\": {\"score\": 1}}}}",
        "a name that is not valid text"
    )]
    public void A_damaged_file_is_refused_with_its_path_and_what_was_found(string content, string message)
    {
        var path = Write(content);
        var error = Assert.Throws<UserError>(() => PublishedScoresFile.Read(path, Space, "cifar10")).Message;
        Assert.StartsWith(path, error, StringComparison.Ordinal);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(",architecture,x\n0," + Dead + ",1\n", ", line 1: column 1 has no name")]
    [InlineData("architecture,x,\n" + Dead + ",1,\n", ", line 1: column 3 has no name")]
    [InlineData("architecture;x\n" + Dead + ";1\n", " separates its columns by ';'")]
    [InlineData("architecture,x\r" + Dead + ",1\r", " ends its lines with CR alone")]
    [InlineData(
        "{\"jigsaw\": {}, \"normal\": {}}",
        " holds tasks of TransNAS-Bench-101 (jigsaw, normal), not datasets of NAS-Bench-201"
    )]
    public void A_file_that_says_nothing_clear_is_refused(string content, string message)
    {
        var path = Write(content);
        Assert.Contains(
            path + message,
            Assert.Throws<UserError>(() => PublishedScoresFile.Read(path, Space, "cifar10")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_heading_or_a_file_beside_it_says_which_end_is_good()
    {
        var path = Path.Combine(_folder, "mine.csv");
        File.WriteAllText(path, $"architecture,a:lower,b:Higher,c,nbsz_d\n{Dead},1,2,3,4\n");
        var columns = PublishedScoresFile.Read(path, Space, "cifar10").Columns;
        Assert.Equal(["a", "b", "c", "nbsz_d"], columns.Select(column => column.Id));
        Assert.Equal(
            [Direction.LowerIsBetter, Direction.HigherIsBetter, null, Direction.HigherIsBetter],
            columns.Select(column => column.Direction)
        );
        File.WriteAllText(
            Path.Combine(_folder, "mine.json"),
            "{\"proxies\": {\"c\": {\"direction\": \"lower\", \"title\": \"Mine\", \"labels\": 3, "
                + "\"milliseconds\": 5}}}"
        );
        var told = PublishedScoresFile.Read(path, Space, "cifar10").Columns[2];
        Assert.Equal(
            (Direction.LowerIsBetter, "Mine", LabelBudget.Labels, 0.005),
            (told.Direction, told.Title, told.LabelBudget, told.MeanSeconds)
        );
    }

    [Theory]
    [InlineData("{\"proxies\": {\"x\": {}}}", "describes 'x', which is no column of the file")]
    [InlineData("{\"proxies\": {\"a\": {\"direction\": \"up\"}}}", "is 'up'; write higher or lower")]
    [InlineData("{\"proxies\": {\"a\": {\"labels\": 9}}}", "labels of 'a' are 9")]
    [InlineData("{\"proxies\": {\"a\": {\"sign\": 1}}}", "does not describe scores")]
    [InlineData("{\"proxies\": ", "does not describe scores")]
    public void A_damaged_description_of_scores_is_refused(string json, string message)
    {
        var path = Path.Combine(_folder, "mine.csv");
        File.WriteAllText(path, $"architecture,a\n{Dead},1\n");
        File.WriteAllText(Path.Combine(_folder, "mine.json"), json);
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => PublishedScoresFile.Read(path, Space, "cifar10")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Architectures_are_named_by_text_by_NASLibs_tuple_or_by_number()
    {
        var table = ZcBench.Benchmarks.Tables.KnownTables.Open("nasbench201-256");
        var first = table.Architectures[7].Text;
        Assert.Equal([first], Keys("index,a\n7,1\n"));
        Assert.Equal([Dead], Keys("architecture,a\n\"(1, 1, 1, 1, 1, 1)\",1\n"));
        Assert.Contains(
            "index '99999' is not one of the run's table",
            Assert.Throws<UserError>(() => Keys("index,a\n99999,1\n")).Message,
            StringComparison.Ordinal
        );

        IEnumerable<string> Keys(string text) =>
            PublishedScoresFile.Read(Write(text), Space, "cifar10", table.ByIndex).Columns[0].Scores.Keys;
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_without_naming_an_option()
    {
        var message = Assert
            .Throws<UserError>(() =>
                PublishedScoresFile.Read(Path.Combine(_folder, "none.csv"), Space, "cifar10")
            )
            .Message;
        Assert.Contains("cannot be read", message, StringComparison.Ordinal);
        Assert.DoesNotContain("--", message, StringComparison.Ordinal);
        Assert.Contains(
            "is a folder",
            Assert.Throws<UserError>(() => PublishedScoresFile.Read(_folder, Space, "cifar10")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("cifar10", "cifar10-valid")]
    [InlineData("cifar10", "cifar10")]
    [InlineData("CIFAR10", "cifar10-valid")]
    [InlineData("cifar10-valid", "cifar10-valid")]
    public void What_the_suite_calls_cifar10_are_the_networks_of_cifar10_and_of_cifar10_valid(
        string inFile,
        string dataset
    ) =>
        Assert.Single(
            PublishedScoresFile
                .Read(
                    Write($"{{\"{inFile}\": {{\"(1, 1, 1, 1, 1, 1)\": {{\"a\": {{\"score\": 2}}}}}}}}"),
                    Space,
                    dataset
                )
                .Columns
        );

    [Theory]
    [InlineData("nan", "the result is not a number")]
    [InlineData("-inf", "the result is minus infinity")]
    [InlineData("-1e8", "the file holds the stand-in -1e8")]
    [InlineData("-100000000.0", "the file holds the stand-in -1e8")]
    public void What_stands_for_a_failure_is_no_number(string field, string reason) =>
        Assert.Equal(
            reason,
            PublishedScoresFile
                .Read(Write($"architecture,a\n{Dead},{field}\n"), Space, "cifar10")
                .Columns[0]
                .Scores[Dead]
                .Reason
        );

    [Fact]
    public void An_empty_field_is_no_score() =>
        Assert.Empty(
            PublishedScoresFile.Read(Write($"architecture,a\n{Dead},\n"), Space, "cifar10").Columns[0].Scores
        );

    [Theory]
    [InlineData("{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": {\"a\": {\"score\": 2}}}}")]
    [InlineData("architecture,a\n" + Dead + ",2\n")]
    public void A_file_packed_by_gzip_is_read_and_its_sum_is_that_of_the_packed_one(string content)
    {
        var path = Write("");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(content));
        }

        var read = PublishedScoresFile.Read(path, Space, "cifar10");
        Assert.Equal(Score.Of(2), Assert.Single(read.Columns).Scores[Dead]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), read.Checksum);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^9]);
        Assert.Contains(
            "cut off",
            Assert.Throws<UserError>(() => PublishedScoresFile.Read(path, Space, "cifar10")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_scores_of_all_of_NAS_Bench_201_order_its_first_256_as_known()
    {
        var table = KnownTables.Open("nasbench201-256");
        var accuracies = table.Accuracies(table.Find("cifar10", Split.Test));
        var file = PublishedScoresFile.Read(
            Path.Combine(Repository.Root, "data", "nasbench201-scores.json.gz"),
            Space,
            "cifar10"
        );
        Assert.Equal(24, file.Columns.Count);
        var swap = file.Columns.Single(column => column.Id == "swap").Scores;
        Assert.Equal(15_625, swap.Count);
        var scores = table.Architectures.Select(architecture => swap[architecture.Text].Value).ToArray();
        Assert.InRange(Spearman.Of(Ranks.Of(scores), Ranks.Of([.. accuracies])).Value!.Value, 0.75, 0.86);
    }

    [Fact]
    public void Json_as_python_writes_it_is_read()
    {
        var file = PublishedScoresFile.Read(
            Write(
                "{\"cifar10\": {\"(1, 1, 1, 1, 1, 1)\": "
                    + "{\"a\": {\"score\": NaN, \"time\": 0.5}, \"NaN\": {\"score\": -Infinity}}}}"
            ),
            Space,
            "CIFAR10"
        );
        Assert.Equal(["NaN", "a"], file.Columns.Select(column => column.Id));
        Assert.Equal("the result is minus infinity", file.Columns[0].Scores[Dead].Reason);
        Assert.Equal("the result is not a number", file.Columns[1].Scores[Dead].Reason);
        Assert.Equal(0.5, file.Columns[1].MeanSeconds);
    }

    private string Write(string content)
    {
        var path = Path.Combine(_folder, "scores");
        File.WriteAllText(path, content);
        return path;
    }
}
