namespace ZcBench.Statistics.Across;

/// <summary>Whether samples of spaces fit together.</summary>
internal static class HierarchyShape
{
    public static void Require(IReadOnlyList<IReadOnlyList<TaskSamples>> spaces)
    {
        if (
            spaces.Count == 0
            || spaces.Any(tasks => tasks.Count == 0)
            || spaces.Any(tasks => tasks.Any(task => task.Repetitions.Count == 0))
            || spaces[0][0].Repetitions[0].Count == 0
        )
        {
            throw new ArgumentException(
                "a space, a task or a repetition is empty; give at least one method of each",
                nameof(spaces)
            );
        }

        var methods = spaces[0][0].Repetitions[0].Count;
        var all = spaces.SelectMany(tasks => tasks).SelectMany(task => task.Repetitions);
        if (all.FirstOrDefault(samples => samples.Count != methods) is { } other)
        {
            throw new ArgumentException(
                $"a task has {other.Count} methods and another {methods}; give all methods everywhere",
                nameof(spaces)
            );
        }

        foreach (var set in spaces.SelectMany(tasks => tasks.GroupBy(task => task.Set)))
        {
            int[] counts =
            [
                .. set.SelectMany(task => task.Repetitions)
                    .SelectMany(samples => samples)
                    .Select(sample => sample.Count)
                    .Distinct(),
            ];
            if (counts.Length > 1)
            {
                throw new ArgumentException(
                    $"architectures of one set number {counts[0]} and {counts[1]}; "
                        + "give other architectures a set of their own",
                    nameof(spaces)
                );
            }
        }
    }
}
