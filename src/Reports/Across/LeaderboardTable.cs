using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Statistics;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Across;

/// <summary>Proxies by mean rank over search spaces, and what each adds to the best count.</summary>
internal static class LeaderboardTable
{
    private const string Ranks = "0.00";

    /// <summary>The table.</summary>
    public static ReportTable Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var interval = NumberText.IntervalColumn(analysis.Bootstrap);
        return new(
            "leaderboard",
            Caption(analysis),
            [
                new("#"),
                new("proxy", IsNumber: false),
                new("labels"),
                new("mean rank", Best: Best.Lowest),
                interval,
                .. analysis.Spaces.Select(tasks => new ReportColumn(
                    $"τ-b {tasks[0].Space.Id}",
                    Best: Best.Highest
                )),
                new("P(improvement)", Best: Best.Highest),
                new("gain in τ-b", Best: Best.Highest),
                interval,
                new("better / equal / worse"),
                new("p"),
            ],
            [.. analysis.Proxies.Select((proxy, place) => Row(proxy, place))]
        );
    }

    private static IReadOnlyList<string> Row(ComparedProxy proxy, int place) =>
        [
            NumberText.Count(place + 1),
            proxy.Id,
            NumberText.Count((int)proxy.Proxy.LabelBudget),
            NumberText.Number(proxy.MeanRank.Point, Ranks),
            $"[{NumberText.Number(proxy.MeanRank.Low, Ranks)}, "
                + $"{NumberText.Number(proxy.MeanRank.High, Ranks)}]",
            .. proxy.SpaceTau.Select(tau => NumberText.Number(Estimate.Of(tau))),
            .. Gain(proxy),
        ];

    private static string[] Gain(ComparedProxy proxy) =>
        proxy is { Gain: { } gain, Test: { } test }
            ?
            [
                NumberText.Number(Estimate.Of(gain.Probability), Ranks),
                NumberText.Signed(gain.Difference.Point),
                NumberText.SignedSpan(gain.Difference),
                NumberText.Tasks(gain),
                NumberText.P(Estimate.Of(test.HolmP)),
            ]
            : [NumberText.None, NumberText.None, NumberText.None, NumberText.None, NumberText.None];

    private static string Caption(AcrossAnalysis analysis)
    {
        var isBySpace = analysis.Unit == BlockUnit.Spaces;
        var unit = isBySpace ? "search spaces, tasks of one averaged first" : "tasks";
        var baseline = analysis.Baseline is { } best
            ? $"P(improvement): probability that τ-b is higher than that of {best.Id}, the best count "
                + "of the graph by mean rank, on a space and task drawn anew. Gain: mean difference from it. "
                + "Better, equal, worse: number of tasks; equal within one standard deviation over seeds, "
                + $"where a task has several ({Seeds(analysis)}). p: "
                + $"of its mean rank against that of {best.Id}, with Holm's correction."
            : "No count of the graph was scored everywhere, so there is no baseline.";
        var intervals = analysis.Bootstrap.HasIntervals
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Intervals: percentiles of {analysis.Bootstrap.Resamples} resamples of spaces, "
                    + $"tasks in them, architectures and seeds, seed {analysis.Bootstrap.Seed}."
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"No intervals: they take at least {Percentiles.Least(analysis.Bootstrap.Level)} resamples "
                    + $"(got {analysis.Bootstrap.Resamples})."
            );
        return $"Proxies across {AcrossWords.Number(analysis.Spaces.Count, "search space")} "
            + $"({AcrossWords.Number(analysis.Tasks.Count, "task")}), "
            + $"by mean rank of Kendall's τ-b with trained accuracy over {unit}; 1 is best. τ-b: "
            + $"mean over the tasks of a space, undefined scores ranked worst. Labels: label budget, "
            + $"0 (structure) to 5 (accuracies). {baseline} {intervals}";
    }

    private static string Seeds(AcrossAnalysis analysis)
    {
        var several = analysis.Tasks.Count(task => task.Runs.Count > 1);
        return several == 0 ? "none has" : NumberText.Count(several) + (several == 1 ? " has" : " have");
    }
}
