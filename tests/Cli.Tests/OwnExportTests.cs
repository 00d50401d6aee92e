using ZcBench.Benchmarks.Tables;
using ZcBench.Imports.Published;
using ZcBench.Proxies;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Cli.Tests;

/// <summary>An export of every proxy of the catalogue, read back beside the run that it came from.</summary>
public sealed class OwnExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_proxy_of_the_catalogue_agrees_with_itself_and_keeps_its_sign()
    {
        var run = Run();
        var analysis = RunAnalysis.Of([run], [Exported(run)], new Bootstrap(50));
        var published = analysis.Published[0];
        var ours = analysis.Populations[0].Proxies.ToDictionary(proxy => proxy.Id, StringComparer.Ordinal);
        Assert.Equal(
            ProxyCatalogue.Proxies.Keys.Order(StringComparer.Ordinal),
            published.Populations[0].Proxies.Select(proxy => proxy.Id).Order(StringComparer.Ordinal)
        );
        Assert.All(
            published.Populations[0].Proxies,
            proxy =>
            {
                Assert.Equal(ours[proxy.Id].Rho.Point, proxy.Rho.Point);
                Assert.Equal(ours[proxy.Id].Tau.Point, proxy.Tau.Point);
            }
        );
        Assert.All(
            ProxyCatalogue.Proxies.Keys,
            id =>
            {
                var same = published.Agreements.Single(item => item.Ours == id && item.Theirs == id);
                Assert.Equal(1, same.Rho.Value!.Value, 1e-12);
                Assert.Equal(1, same.Tau.Value!.Value, 1e-12);
            }
        );
    }

    [Fact]
    public void What_is_read_back_has_the_direction_of_its_proxy() =>
        Assert.All(
            Exported(Run()).Columns,
            column =>
                Assert.Equal(
                    ProxyCatalogue.Proxies[column.Id].Info.Direction,
                    column.Direction ?? Direction.HigherIsBetter
                )
        );

    [Fact]
    public void Scores_csv_agrees_with_the_run_as_well()
    {
        var run = Run();
        RunFiles.WriteScores(run, _folder);
        var file = PublishedScoresFile.Read(Path.Combine(_folder, RunFiles.Scores), run.Space, "cifar10");
        var published = RunAnalysis.Of([run], [file], new Bootstrap(50)).Published[0];
        Assert.All(
            run.Columns,
            column =>
                Assert.Equal(
                    1,
                    published
                        .Agreements.Single(item =>
                            item.Ours == column.Proxy.Id && item.Theirs == column.Proxy.Id
                        )
                        .Tau.Value!.Value,
                    1e-12
                )
        );
    }

    // Scores that nobody measured: one column of different numbers for each proxy.
    private static ScoredRun Run()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var manifest = new RunManifest(
            "0",
            "nasbench201",
            table.Description.Id,
            table.Checksum,
            table.Find("cifar10", Split.Test),
            Sample: 60,
            new(0, "cifar10", "noise", 16, "published", "float32", "cpu"),
            [.. ProxyCatalogue.Proxies.Keys],
            "none"
        );
        return ScoredRun.Of(
            manifest,
            table,
            [
                .. ProxyCatalogue.Proxies.Values.Select(
                    (proxy, seed) =>
                    {
                        var random = new Random(seed);
                        return new ScoreColumn(
                            proxy.Info,
                            [.. Enumerable.Range(0, 60).Select(_ => Score.Of(random.NextDouble() - 0.5))],
                            1
                        );
                    }
                ),
            ]
        );
    }

    private PublishedScores Exported(ScoredRun run)
    {
        var path = Path.Combine(_folder, "own.json");
        using (var output = File.Create(path))
        {
            SuiteZeroFile.Write(run, output);
        }

        return PublishedScoresFile.Read(path, run.Space, "cifar10");
    }
}
