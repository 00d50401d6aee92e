using System.Globalization;
using MathNet.Numerics.Statistics;
using ZcBench.Reports.Runs;

namespace ZcBench.Runs.Tests;

public sealed class LibrarySampleTests : IDisposable
{
    private const int MostLines = 15;
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("sample").FullName;

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_sample_of_the_documentation_is_the_one_that_is_tested()
    {
        var document = File.ReadAllText(Path.Combine(Root, "docs", "library.md"));
        var block = document.Split("```csharp\n")[1].Split("\n```")[0].Split('\n');
        var file = File.ReadAllLines(Path.Combine(Root, "tests", "Runs.Tests", "LibrarySample.cs"));
        var body = file.SkipWhile(line => !line.StartsWith("        var run", StringComparison.Ordinal))
            .TakeWhile(line => line != "    }")
            .Select(line => line["        ".Length..]);
        var usings = file.Where(line => line.StartsWith("using ", StringComparison.Ordinal));
        Assert.Equal([.. usings, "using ZcBench.Runs;", "", .. body], block);
        Assert.InRange(block.Length, 1, MostLines);
    }

    [Fact]
    public void The_sample_prints_the_rank_correlation_of_every_proxy()
    {
        Environment.CurrentDirectory = _folder;
        LibrarySample.Show();
        var lines = TestContext.Current.TestOutputHelper!.Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        var printed = lines
            .Select(line => line.Trim().Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        var run = ScoredRun.Load(Assert.Single(Directory.GetDirectories(Path.Combine(_folder, "runs"))));
        Assert.Equal(8, run.Architectures.Count);
        Assert.Equal(["params", "wot"], printed.Keys.Order());
        Assert.All(
            run.Columns,
            column =>
                Assert.Equal(
                    Correlation.Spearman(column.Oriented(), run.Accuracies),
                    printed[column.Proxy.Id],
                    1e-3
                )
        );
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "bench.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("there is no checkout above");
            }

            return folder.FullName;
        }
    }
}
