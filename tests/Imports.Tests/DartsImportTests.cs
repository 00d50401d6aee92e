using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Imports.Published;

namespace ZcBench.Imports.Tests;

/// <summary>Files about DARTS cells: NAS-Bench-Suite-Zero's of NAS-Bench-301, and NDS's.</summary>
public sealed class DartsImportTests : IDisposable
{
    private const string Pairs = "(0, 3), (1, 3), (0, 3), (1, 3), (1, 3), (0, 2), (0, 2)";
    private const string One = $"[[{Pairs}, (2, 5)], [{Pairs}, (1, 0)]]";
    private const string Two = $"[[{Pairs}, (2, 4)], [{Pairs}, (1, 0)]]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Accuracies_of_NAS_Bench_301_are_said_to_be_predicted()
    {
        var file = _folder.Write(
            "zc.json",
            $"{{\"cifar10\": {{\"{One}\": {{\"nwot\": {{\"score\": 1.5}}, \"val_accuracy\": 93.25}}, "
                + $"\"{Two}\": {{\"val_accuracy\": 91}}}}}}"
        );
        _folder.Import(file, space: "darts");
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal("darts", table.Description.Space);
        Assert.Equal([93.25, 91], table.Accuracies(new("cifar10", Split.Validation, 100)));
        var description = File.ReadAllText(Path.ChangeExtension(_folder.Table, "json"));
        Assert.Contains("\"kind\": \"surrogate\"", description, StringComparison.Ordinal);
        Assert.Contains("no network was trained", description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_suites_own_CSV_is_read_as_scores_without_its_seconds_and_accuracies()
    {
        var file = _folder.Write(
            "scores.csv",
            $"idx,arch,val_accuracy,nwot,time_nwot\n7,\"{One}\",93.5,1.5,0.2\n8,\"{Two}\",92.5,2.5,0.2\n"
        );
        var space = SearchSpaces.Named("darts");
        var scores = PublishedScoresFile.Read(file, space, "cifar10@C8@L4");
        var column = Assert.Single(scores.Columns);
        Assert.Equal("nwot", column.Id);
        Assert.Equal(1.5, column.Scores[space.FromNasLib(One)!.Text].Value);
    }

    [Fact]
    public void Of_NDS_the_records_of_the_most_frequent_size_are_read()
    {
        _folder.Import(
            _folder.Write(
                "DARTS.json",
                $"{{\"top\": [{Record(16, 8, "dil_conv_3x3", "[50.5, 9.5]")}, "
                    + $"{Record(20, 8, "dil_conv_3x3", "[50.5, 8]")}], \"mid\": "
                    + $"[{Record(16, 8, "sep_conv_5x5", "[50.5, 10.25]")}, "
                    + $"{Record(16, 8, "max_pool_3x3", "[50.5, NaN]")}, "
                    + $"{Record(16, 8, "none", "[50.5, 90]")}, "
                    + $"{Record(16, 8, "sep_conv_5x5", "[50.5, 11]")}]}}"
            )
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal([90.5, 89.75], table.Accuracies(new("cifar10", Split.Test, 2)));
        var description = File.ReadAllText(Path.ChangeExtension(_folder.Table, "json"));
        foreach (
            var part in new[]
            {
                "Width 16, depth 8: score with --channels 16 --cells 8.",
                "1 of 6 records of another width and depth than 16 and 8",
                "1 of 6 records without a last test error",
                "1 of 6 records with cells that are not of this space",
                "1 of 6 records of cells that an earlier record has",
            }
        )
        {
            Assert.Contains(part, description, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("DARTS.json", "[]", "holds no records")]
    [InlineData("DARTS.json", "[1]", "'net' is missing or no object")]
    [InlineData("DARTS.json", "[{\"net\": {\"block_type\": \"res\"}}]", "has no genotype")]
    [InlineData("DARTS.json", "{\"top\": 1}", "are no lists of records")]
    [InlineData("DARTS.json", "[{", "is not JSON")]
    [InlineData("DARTS.json", "[{\"net\": {\"genotype\": {}}, \"test_ep_top1\": []}]", "holds no epoch")]
    [InlineData(
        "DARTS.json",
        "[{\"net\": {\"genotype\": {}}, \"test_ep_top1\": [1]}]",
        "'width' of its network is missing"
    )]
    [InlineData(
        "DARTS.json",
        "[{\"net\": {\"genotype\": {}, \"width\": 1, \"depth\": 1}, \"test_ep_top1\": [1]}]",
        "none of the 1 records has cells of this space"
    )]
    [InlineData("DARTS_in.json", "[]", "is of networks for ImageNet by its name")]
    public void A_file_that_is_not_NDSs_is_refused(string name, string content, string message)
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write(name, content)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static string Record(int width, int depth, string operation, string errors)
    {
        var pairs = string.Join(
            ", ",
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"[\"{(i == 7 ? operation : "sep_conv_3x3")}\", {i % 2}]"
                    )
                )
        );
        const string Joined = "[2, 3, 4, 5]";
        return $"{{\"net\": {{\"genotype\": {{\"normal\": [{pairs}], \"normal_concat\": {Joined}, "
            + $"\"reduce\": [{pairs}], \"reduce_concat\": {Joined}}}, \"width\": {width}, \"depth\": "
            + $"{depth}, \"aux\": false}}, \"params\": 1000, \"flops\": 2000, \"test_ep_top1\": {errors}}}";
    }
}
