namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// The convolutions that project a residual shortcut: where a value takes two ways and both are added, the
/// only convolution of a way without a ReLU of its own beside a way of two convolutions or more. It is 1x1.
/// </summary>
internal static class ResidualShortcuts
{
    /// <summary>Their steps.</summary>
    public static IReadOnlySet<int> Of(Blueprint network)
    {
        var found = new HashSet<int>();
        foreach (var sum in network.Steps.Where(step => step.Operation is Sum && step.Inputs.Length == 2))
        {
            List<Step>[] ways = [.. sum.Inputs.Select(input => Way(network, input))];
            foreach (var (one, other) in new[] { (ways[0], ways[1]), (ways[1], ways[0]) })
            {
                if (Projection(one, other) is { } step)
                {
                    found.Add(step);
                }
            }
        }

        return found;
    }

    // Back from a step as long as each reads one value.
    private static List<Step> Way(Blueprint network, int from)
    {
        var way = new List<Step> { network.Steps[from] };
        while (way[^1].Inputs is [var before])
        {
            way.Add(network.Steps[before]);
        }

        return way;
    }

    private static int? Projection(List<Step> shortcut, List<Step> main)
    {
        var start = shortcut.FindIndex(main.Contains);
        if (start < 0 || IsPrivate(shortcut[start]))
        {
            return null;
        }

        var own = shortcut[..start];
        var beside = main[..main.IndexOf(shortcut[start])];
        var convolutions = own.FindAll(step => step.Operation is Convolution);
        return
            convolutions is [{ Operation: Convolution { Kernel: 1, KernelWidth: 1 } } only]
            && !own.Exists(step => step.Operation is Relu or Activation)
            && beside.FindAll(step => step.Operation is Convolution).Count > 1
            ? only.Index
            : null;
    }

    // A step that stands for several ReLU modules is one for each of its readers.
    private static bool IsPrivate(Step start) => start.Operation is Relu { Modules: > 1 };
}
