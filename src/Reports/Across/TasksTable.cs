using ZcBench.Reports.Tables;
using ZcBench.Statistics;

namespace ZcBench.Reports.Across;

/// <summary>What was compared: every task with its accuracies, architectures, scores and ceiling.</summary>
internal static class TasksTable
{
    /// <summary>The table.</summary>
    public static ReportTable Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return new(
            "tasks",
            "The tasks that proxies were compared on. Scores: of networks built for the dataset named. "
                + "Seeds: runs that differ in the seed of weights or minibatch; τ-b is their mean. Ceiling: "
                + "τ-b between trainings of one network or of one function; "
                + "1 is taken where it is not known.",
            [
                new("space", IsNumber: false),
                new("accuracies", IsNumber: false),
                new("n"),
                new("scores", IsNumber: false),
                new("seeds"),
                new("ceiling"),
                new("best proxy", IsNumber: false),
                new("its τ-b"),
            ],
            [.. analysis.Tasks.Select((task, i) => Row(analysis, task, i))]
        );
    }

    private static IReadOnlyList<string> Row(AcrossAnalysis analysis, ScoredTask task, int i)
    {
        var protocol = task.Runs[0].Manifest.Protocol;
        var best = analysis.Proxies.MaxBy(proxy => proxy.TaskTau[i])!;
        return
        [
            task.Space.Id,
            task.Target.ToString(),
            NumberText.Count(task.Architectures),
            $"{task.ScoredOn}, {protocol.InputSource}, batch {NumberText.Count(protocol.Batch)}",
            NumberText.Count(task.Runs.Count),
            task.Ceiling is { } ceiling ? NumberText.Number(Estimate.Of(ceiling)) : NumberText.None,
            best.Id,
            NumberText.Number(Estimate.Of(best.TaskTau[i])),
        ];
    }
}
