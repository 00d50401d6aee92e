using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Networks;

/// <summary>Runs the steps of a blueprint in order and frees each value after its last reader.</summary>
internal static class Evaluation
{
    /// <summary>Computes the needed steps.</summary>
    /// <param name="blueprint">The steps.</param>
    /// <param name="needed">Which of them.</param>
    /// <param name="input">Value of the input step; stays the caller's.</param>
    /// <param name="observer">Told every step as it is computed; may keep values alive.</param>
    /// <param name="compute">A step's value from the values it reads.</param>
    /// <returns>Value of the last step, owned by the caller; null when it is not needed.</returns>
    public static Tensor? Run(
        Blueprint blueprint,
        bool[] needed,
        Tensor input,
        IForwardObserver observer,
        Func<Step, Tensor[], Tensor> compute
    )
    {
        var steps = blueprint.Steps;
        var values = new Tensor?[steps.Length];
        var readers = Readers(blueprint, needed);
        values[0] = input;
        foreach (var step in steps.Where(step => needed[step.Index] && step.Index > 0))
        {
            var inputs = step.Inputs.Select(i => values[i]!).ToArray();
            var value = values[step.Index] = compute(step, inputs);
            observer.Computed(step, inputs, value);
            foreach (var read in step.Inputs)
            {
                if (--readers[read] == 0 && read > 0 && !observer.Keeps(steps[read]))
                {
                    values[read]!.Dispose();
                    values[read] = null;
                }
            }
        }

        return values[^1];
    }

    /// <summary>The sum of values, left to right.</summary>
    public static Tensor Sum(Tensor[] terms)
    {
        var sum = terms[0].add(terms[1]);
        foreach (var term in terms.Skip(2))
        {
            var next = sum.add(term);
            sum.Dispose();
            sum = next;
        }

        return sum;
    }

    // A value that nobody reads lives with the dispose scope.
    private static int[] Readers(Blueprint blueprint, bool[] needed)
    {
        var readers = new int[needed.Length];
        foreach (var step in blueprint.Steps.Where(step => needed[step.Index]))
        {
            foreach (var input in step.Inputs)
            {
                readers[input]++;
            }
        }

        return readers;
    }
}
