using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class SuiteZeroImportTests : IDisposable
{
    private const string Scores = "\"nwot\": {\"score\": 1.5, \"time\": NaN}";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validation_accuracies_are_read_and_those_of_cifar10_are_cifar10_valid()
    {
        _folder.Import(_folder.Write("zc.json",
            """
            {"cifar10": {"(4, 0, 3, 1, 4, 3)": {"nwot": {"score": 1.5, "time": NaN}, "val_accuracy": 84.25}, "(1, 1, 1, 1, 1, 1)": {"nwot": {"score": 1.5, "time": NaN}, "val_accuracy": 10}},
             "cifar100": {"(4, 0, 3, 1, 4, 3)": {"val_accuracy": 50.5}, "(1, 1, 1, 1, 1, 1)": {"val_accuracy": 1}}}
            """));
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal(["cifar10-valid val@200", "cifar100 val@200"], table.Targets.Select(target => target.ToString()));
        Assert.Equal([84.25, 10], table.AccuracyPercent(new("cifar10-valid", Split.Validation, 200)));
    }

    [Fact]
    public void Scores_without_accuracies_are_refused_with_the_command_that_reads_scores()
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("zc.json", $"{{\"cifar10\": {{\"(4, 0, 3, 1, 4, 3)\": {{{Scores}}}}}}}")));
        Assert.Contains("holds scores but no 'val_accuracy'; compare with them by 'zcbench stats --with", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("{\"cifar10\": []}", "is not laid out as dataset")]
    [InlineData("{\"cifar10\": {\"(9)\": {}}}", "'(9)' is no key of a NAS-Bench-201 cell")]
    [InlineData("{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": \"high\"}}}", "'val_accuracy' of (4, 0, 3, 1, 4, 3) is a text")]
    public void Another_layout_is_refused(string content, string message)
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("zc.json", content)));
        Assert.Contains("zc.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }
}
