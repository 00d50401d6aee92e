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
    /// <param name="runs">Scored runs of one search space.</param>
    /// <param name="published">Scores of others, put beside the first run.</param>
    /// <param name="bootstrap">How intervals are made.</param>
    /// <param name="targets">
    /// The accuracies to compare with; null for those of the runs and the table's other datasets.
    /// </param>
    /// <exception cref="ZcBench.Benchmarks.UserError">
    /// Runs of one dataset differ in more than their seeds.
    /// </exception>
    public static ReportSubject Of(
        IReadOnlyList<ScoredRun> runs,
        IReadOnlyList<PublishedScores> published,
        Bootstrap bootstrap,
        IReadOnlyList<Target>? targets = null
    )
    {
        if (targets is not null)
        {
            var chosen = targets
                .Select(
                    (target, i) => RunAnalysis.Of(Beside(runs, target), i == 0 ? published : [], bootstrap)
                )
                .ToList();
            return new(chosen[0], chosen);
        }

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

    // A dataset's own runs, or the first run's scores.
    private static List<ScoredRun> Beside(IReadOnlyList<ScoredRun> runs, Target target)
    {
        var own = runs.Where(run => run.Manifest.Target.Dataset == target.Dataset).ToList();
        return [.. (own.Count > 0 ? own : runs.Take(1)).Select(run => run.Against(target))];
    }
}
