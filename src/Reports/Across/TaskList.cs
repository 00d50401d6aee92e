using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Across;

/// <summary>
/// Sorts runs into search spaces and tasks. Runs of one space and dataset are repetitions of one task. A
/// dataset of a space without a run of its own is held against the scores of the space's first runs whose
/// table has its test accuracies.
/// </summary>
internal static class TaskList
{
    /// <summary>For each space, in the order of its first run, its tasks.</summary>
    /// <exception cref="UserError">
    /// No run is given, or runs of one task differ in more than their seeds.
    /// </exception>
    public static IReadOnlyList<IReadOnlyList<ScoredTask>> Of(IReadOnlyList<ScoredRun> runs)
    {
        if (runs.Count == 0)
        {
            throw new UserError("no run was given; give the folders of runs of at least two search spaces");
        }

        return
        [
            .. runs.GroupBy(run => run.Manifest.Space, StringComparer.Ordinal)
                .Select(space => Tasks([.. space])),
        ];
    }

    private static List<ScoredTask> Tasks(List<ScoredRun> runs)
    {
        var sets = new List<IReadOnlyList<Architecture>>();
        var tasks = new List<ScoredTask>();
        var groups = runs.GroupBy(run => run.Manifest.Target.Dataset, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        foreach (var group in groups)
        {
            SameKind.Require(group);
            Add(group, Full(group[0]));
        }

        foreach (var group in groups)
        {
            var others = group[0]
                .Table.Targets.Where(target => target.Split == Split.Test)
                .GroupBy(target => target.Dataset, StringComparer.Ordinal)
                .Where(dataset => !tasks.Exists(task => task.Target.Dataset == dataset.Key))
                .Select(dataset => dataset.MaxBy(target => target.Epochs)!)
                .ToList();
            others.ForEach(target => Add(group, target));
        }

        return tasks;

        void Add(List<ScoredRun> group, Target target)
        {
            var set = sets.FindIndex(known => known.SequenceEqual(group[0].Architectures));
            if (set < 0)
            {
                set = sets.Count;
                sets.Add(group[0].Architectures);
            }

            tasks.Add(new(target, group.ConvertAll(run => run.Against(target)), set));
        }
    }

    // Test accuracies after full training where the table has them, else what the run was made for.
    private static Target Full(ScoredRun run) =>
        run.Table.Targets.Where(target =>
                target.Split == Split.Test && target.Dataset == run.Manifest.Target.Dataset
            )
            .MaxBy(target => target.Epochs)
        ?? run.Manifest.Target;
}
