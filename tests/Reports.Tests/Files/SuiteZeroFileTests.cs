using System.Text;
using ZcBench.Benchmarks.SuiteZero;
using ZcBench.Imports.Published;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tests.Runs;

namespace ZcBench.Reports.Tests.Files;

public sealed class SuiteZeroFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_exported_is_read_again_as_it_was()
    {
        var run = TestRun.Of(TestRun.Noisy("wot", 3, seed: 1));
        var path = Path.Combine(_folder, "scores.json");
        int missing;
        using (var output = File.Create(path))
        {
            missing = SuiteZeroFile.Write(run, output);
        }

        var file = PublishedScoresFile.Read(path, run.Space, "cifar10");
        var wot = run.Column("wot")!;
        var back = file.Columns.First(column => column.Id == "wot");
        Assert.Equal(wot.Undefined, missing);
        Assert.All(
            run.Architectures.Zip(wot.Scores),
            item =>
                Assert.Equal(
                    item.Second.IsDefined ? item.Second.Value : (double?)null,
                    back.Scores.TryGetValue(item.First.Text, out var score) ? score.Value : (double?)null
                )
        );
    }

    [Fact]
    public void An_export_calls_datasets_as_the_suite_does()
    {
        using var output = new MemoryStream();
        var run = TestRun.Of(TestRun.Noisy("wot", 3, seed: 1));
        SuiteZeroFile.Write(run.Against(run.Manifest.Target), output);
        Assert.StartsWith(
            "{\"cifar10\":{",
            Encoding.UTF8.GetString(output.ToArray()),
            StringComparison.Ordinal
        );
        Assert.Equal("cifar10", SuiteZeroDatasets.InFile(run.Space, "cifar10-valid"));
        Assert.Equal("cifar100", SuiteZeroDatasets.InFile(run.Space, "cifar100"));
    }
}
