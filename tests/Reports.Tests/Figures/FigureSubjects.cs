using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tests.Figures;

/// <summary>What figures are drawn of in tests.</summary>
internal static class FigureSubjects
{
    /// <summary>One run with two proxies and the counts.</summary>
    public static ReportSubject Small() => ReportSubject.Of([Run(seed: 0)], [], new Bootstrap(100));

    /// <summary>
    /// Two runs with the atoms of WOT and a proxy that is the same for all, so that each figure of the
    /// catalogue is drawn.
    /// </summary>
    public static ReportSubject WithEveryFigure() =>
        ReportSubject.Of([Run(seed: 0, [.. Atoms(0)]), Run(seed: 1, [.. Atoms(1)])], [], new Bootstrap(50));

    private static ScoredRun Run(long seed, params ScoreColumn[] more) =>
        TestRun.Of(
            KnownTables.Open(KnownTables.Default),
            protocol: new(seed, "cifar10", "noise", 16, "published", "float32", "cpu"),
            more:
            [
                TestRun.Noisy("wot", 8, seed: 1 + 10 * (int)seed),
                TestRun.Noisy("snip", 30, seed: 2 + 10 * (int)seed),
                .. more,
            ]
        );

    private static IEnumerable<ScoreColumn> Atoms(int seed) =>
        [
            TestRun.Noisy("das_units", 40, 3 + 10 * seed),
            TestRun.Noisy("das_distinct", 60, 4 + 10 * seed),
            TestRun.Column("same_for_all", Enumerable.Repeat(Score.Of(1), 256)),
        ];
}
