using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The modules of the published network that are layers (convolutions, batch norms, activations and
/// classifiers) in the order in which it lists them.
/// </summary>
internal static class LayerModules
{
    /// <summary>
    /// For each module the step whose value it yields. A step that stands for several modules comes several
    /// times: at its own place, and before each further convolution that reads it, as their modules hold one
    /// each; what is then left over comes at its own place too.
    /// </summary>
    public static IReadOnlyList<int> Of(Blueprint network)
    {
        var readers = network
            .Steps.Where(step => step.Operation is Convolution)
            .ToLookup(step => step.Inputs[0], step => step.Index);
        var modules = new List<int>();
        var before = new Dictionary<int, int>();
        foreach (var step in network.Steps)
        {
            if (step.Operation is Relu relu)
            {
                int[] further = [.. readers[step.Index].Skip(1).Take(relu.Modules - 1)];
                modules.AddRange(Enumerable.Repeat(step.Index, relu.Modules - further.Length));
                foreach (var reader in further)
                {
                    before[reader] = step.Index;
                }
            }
            else if (step.Operation is Convolution or BatchNorm or Activation or Classifier)
            {
                if (before.TryGetValue(step.Index, out var rectified))
                {
                    modules.Add(rectified);
                }

                modules.Add(step.Index);
            }
        }

        return modules;
    }
}
