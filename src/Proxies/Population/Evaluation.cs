using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Population;

/// <summary>Runs the steps of a schedule in order and frees each value after its last reader.</summary>
internal static class Evaluation
{
    /// <summary>Computes the needed steps.</summary>
    /// <param name="schedule">The steps.</param>
    /// <param name="needed">Which of them.</param>
    /// <param name="input">Value of the input step; stays the caller's.</param>
    /// <param name="observer">Told every step as it is computed; may keep values alive.</param>
    /// <param name="compute">A step's value from the values it reads.</param>
    /// <returns>Value of the last step, owned by the caller; null when it is not needed.</returns>
    public static Tensor? Run(
        Schedule schedule,
        bool[] needed,
        Tensor input,
        IForwardObserver observer,
        Func<GroupedStep, Tensor[], Tensor> compute
    )
    {
        var steps = schedule.Steps;
        var values = new Tensor?[steps.Length];
        var readers = Readers(schedule, needed);
        values[0] = input;
        foreach (var step in steps.Where(step => needed[step.Index] && step.Index > 0))
        {
            var isApart = observer.ReadsApart(step);
            var inputs = step.Inputs.Select(reading => Shaped(step, reading, isApart)).ToArray();
            var value = values[step.Index] = compute(step, inputs);
            observer.Computed(step, inputs, value);
            var keeps = observer.KeepsInputs(step);
            foreach (var (reading, made) in step.Inputs.Zip(inputs))
            {
                Release(reading, made, keeps);
            }
        }

        return values[^1];

        // A classifier reads features [N, G·C], everything else maps; pooling over all pixels yields
        // features.
        Tensor Shaped(GroupedStep step, Reading reading, bool isApart)
        {
            var read = Read(reading, steps, values);
            var shaped = (step.Operation, read.ndim) switch
            {
                (Classifier, 4) => read.flatten(1),
                (not (Classifier or Gathering), 2) => read.reshape(read.shape[0], -1, 1, 1),
                _ when isApart && IsValueItself(reading, steps) => read.view(read.shape),
                _ => read,
            };
            if (!ReferenceEquals(shaped, read) && !IsValueItself(reading, steps))
            {
                read.Dispose();
            }

            return shaped;
        }

        void Release(Reading reading, Tensor made, bool isKept)
        {
            if (!isKept && !ReferenceEquals(made, values[reading.Runs[0].Step]))
            {
                made.Dispose();
            }

            foreach (var run in reading.Runs)
            {
                // Nobody's reading is then the last.
                if (isKept && IsValueItself(reading, steps))
                {
                    readers[run.Step] = int.MaxValue;
                }
                else if (--readers[run.Step] == 0 && run.Step > 0 && !observer.Keeps(steps[run.Step]))
                {
                    values[run.Step]!.Dispose();
                    values[run.Step] = null;
                }
            }
        }
    }

    private static bool IsValueItself(Reading reading, IReadOnlyList<GroupedStep> steps) =>
        reading.Runs is [var run] && run.Position == 0 && run.Count == steps[run.Step].Slots.Length;

    private static Tensor Read(Reading reading, IReadOnlyList<GroupedStep> steps, Tensor?[] values)
    {
        if (IsValueItself(reading, steps))
        {
            return values[reading.Runs[0].Step]!;
        }

        var parts = reading.Runs.Select(Part).ToArray();
        if (parts.Length == 1)
        {
            return parts[0];
        }

        var joined = torch.cat(parts, 1);
        foreach (var part in parts)
        {
            part.Dispose();
        }

        return joined;

        Tensor Part(SlotRun run)
        {
            var value = values[run.Step]!;
            var channels = value.shape[1] / steps[run.Step].Slots.Length;
            return value.narrow(1, run.Position * channels, run.Count * channels);
        }
    }

    // A value that nobody reads lives with the dispose scope.
    private static int[] Readers(Schedule schedule, bool[] needed)
    {
        var readers = new int[needed.Length];
        foreach (var run in schedule.Steps.Where(step => needed[step.Index]).SelectMany(Runs))
        {
            readers[run.Step]++;
        }

        return readers;
    }

    private static IEnumerable<SlotRun> Runs(GroupedStep step) =>
        step.Inputs.SelectMany(reading => reading.Runs);
}
