using ZcBench.Reports.Figures;
using ZcBench.Reports.Page;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Page.Tests;

/// <summary>
/// The page of a run of the embedded table with four made-up proxies, one of which is turned round, and its
/// figures.
/// </summary>
public sealed class ReportFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("page").FullName;

    public ReportFile() =>
        Path = Write(
            TestRun.Of(
                TestRun.Noisy("good", 5, seed: 1),
                TestRun.Noisy("fair", 60, seed: 2),
                TestRun.Noisy("poor", 900, seed: 3),
                TestRun.Column(
                    "turned",
                    TestRun
                        .Noisy("", 5, seed: 4)
                        .Scores.Select(score => score.IsDefined ? Score.Of(-score.Value) : score)
                )
            )
        );

    public string Path { get; }

    internal string Write(ScoredRun run, string name = "")
    {
        var subject = ReportSubject.Of([run], [], new Bootstrap(50));
        return ReportPage.Write(subject, FigureCatalogue.Of(subject), System.IO.Path.Combine(_folder, name));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
