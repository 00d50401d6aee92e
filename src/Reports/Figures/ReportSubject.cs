using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Figures;

/// <summary>What a report is about: the analysis of its runs, and the same for each other dataset.</summary>
/// <param name="Main">
/// The first run against its own target, with spread over seeds and published scores.
/// </param>
/// <param name="Targets">
/// One analysis for each dataset, that of <paramref name="Main"/> first. A dataset without runs of its own is
/// compared with the first run's scores, if the table has its test accuracies; its manifest's protocol then
/// names another dataset than its target.
/// </param>
public sealed record ReportSubject(RunAnalysis Main, IReadOnlyList<RunAnalysis> Targets)
{
    /// <summary>Sorts runs by dataset, the first run's first, and analyses each.</summary>
    /// <exception cref="ZcBench.Benchmarks.UserError">
    /// Runs of one dataset differ in more than their seeds.
    /// </exception>
    public static ReportSubject Of(
        IReadOnlyList<ScoredRun> runs,
        IReadOnlyList<PublishedScores> published,
        Bootstrap bootstrap
    )
    {
        var own = runs.GroupBy(run => run.Manifest.Target.Dataset, StringComparer.Ordinal)
            .Select((group, i) => RunAnalysis.Of([.. group], i == 0 ? published : [], bootstrap))
            .ToList();
        var main = own[0];
        var seen = own.Select(analysis => analysis.Run.Manifest.Target.Dataset)
            .ToHashSet(StringComparer.Ordinal);
        var others = main
            .Run.Table.Targets.Where(target => target.Split == Split.Test && !seen.Contains(target.Dataset))
            .GroupBy(target => target.Dataset, StringComparer.Ordinal)
            .Select(group => group.MaxBy(target => target.Epochs)!)
            .Select(target => RunAnalysis.Of([main.Run.Against(target)], [], bootstrap));
        return new(main, [.. own, .. others]);
    }
}
