using System.Globalization;
using System.Runtime.InteropServices;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Across;

/// <summary>
/// Draws with replacement S of S spaces; for each drawn space as many of its tasks as it has; as many of its
/// architectures as it has, the same for all methods and for all tasks that share them; and as many
/// repetitions as a task has. Every draw is a function of seed, resample, place and name.
/// </summary>
internal sealed class HierarchicalDraw(Hierarchy hierarchy, Bootstrap plan, int threads)
{
    private readonly int _spaces = hierarchy.Spaces.Count;

    /// <summary>For each resample its spaces in the order of the draw.</summary>
    public DrawnSpace[][] All()
    {
        var drawn = new DrawnSpace[plan.Resamples][];
        for (var resample = 0; resample < drawn.Length; resample++)
        {
            drawn[resample] = new DrawnSpace[_spaces];
        }

        // Resamples that drew the same space are computed together, eight at once.
        var batches = (
            from resample in Enumerable.Range(0, plan.Resamples)
            from place in Enumerable.Range(0, _spaces)
            select (Resample: resample, Place: place)
        )
            .GroupBy(item => Stream(item.Resample, 0, "spaces").Below(item.Place, _spaces))
            .SelectMany(group => group.Chunk(Lanes.Count).Select(items => (Space: group.Key, Items: items)))
            .ToList();
        var prepared = hierarchy
            .Spaces.Select(tasks =>
                tasks
                    .Select(task =>
                        task.Repetitions.Select(samples =>
                                samples.Select(sample => new PreparedKendall(sample)).ToArray()
                            )
                            .ToArray()
                    )
                    .ToArray()
            )
            .ToList();
        Parallel.ForEach(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            batch =>
            {
                var tau = Compute(batch.Space, batch.Items, prepared[batch.Space]);
                for (var lane = 0; lane < batch.Items.Length; lane++)
                {
                    var (resample, place) = batch.Items[lane];
                    drawn[resample][place] = Choose(batch.Space, resample, place, tau, lane);
                }
            }
        );
        return drawn;
    }

    // By task, repetition and method, the τ-b of each lane.
    private double[][][][] Compute(
        int space,
        (int Resample, int Place)[] items,
        PreparedKendall[][][] prepared
    )
    {
        var tasks = hierarchy.Spaces[space];
        var draws = tasks
            .DistinctBy(task => task.Set)
            .ToDictionary(task => task.Set, task => Draw(task, items));
        var estimates = new Estimate[Lanes.Count];
        return
        [
            .. prepared.Select(
                (repetitions, task) =>
                    repetitions
                        .Select(methods =>
                            methods
                                .Select(method =>
                                {
                                    method.Compute(draws[tasks[task].Set], estimates);
                                    // Equal scores on all that was drawn tell nothing.
                                    return Array.ConvertAll(estimates, estimate => estimate.Value ?? 0);
                                })
                                .ToArray()
                        )
                        .ToArray()
            ),
        ];
    }

    // How often each architecture was drawn; lanes without an item repeat the first.
    private Lanes[] Draw(TaskSamples task, (int Resample, int Place)[] items)
    {
        var draws = new Lanes[task.Architectures];
        var counts = MemoryMarshal.Cast<Lanes, double>(draws.AsSpan());
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var (resample, place) = items[lane < items.Length ? lane : 0];
            var stream = Stream(
                resample,
                place,
                string.Create(CultureInfo.InvariantCulture, $"architectures/{task.Set}")
            );
            for (var draw = 0; draw < draws.Length; draw++)
            {
                counts[stream.Below(draw, draws.Length) * Lanes.Count + lane]++;
            }
        }

        return draws;
    }

    private DrawnSpace Choose(int space, int resample, int place, double[][][][] tau, int lane)
    {
        var (taskStream, seedStream) = (
            Stream(resample, place, "tasks"),
            Stream(resample, place, "repetitions")
        );
        int[] tasks = [.. Enumerable.Range(0, tau.Length).Select(i => taskStream.Below(i, tau.Length))];
        return new(
            space,
            tasks,
            Array.ConvertAll(
                tasks,
                task =>
                    BlockMeans.Mean([
                        .. Enumerable
                            .Range(0, tau[task].Length)
                            .Select(i => tau[task][seedStream.Below(i, tau[task].Length)])
                            .Select(methods => Array.ConvertAll(methods, lanes => lanes[lane])),
                    ])
            )
        );
    }

    private DrawStream Stream(int resample, int place, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{plan.Seed}/across/{resample}/{place}/{what}"));
}
