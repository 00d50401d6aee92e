using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The ReLU modules of the published network that one ReLU step stands for.</summary>
/// <param name="Step">The step.</param>
/// <param name="Place">
/// Number of the cell it is in; behind the last cell the number of cells, and 0 in a network without parts.
/// </param>
/// <param name="Wrapped">
/// The convolutions, each followed by batch norm, that are in one module with their ReLU.
/// </param>
/// <param name="Readers">
/// What reads each module: a convolution and what else follows it before the next one. Null where one module
/// is read by all, and where readers cannot be told apart.
/// </param>
internal sealed record ReluModules(
    Step Step,
    int Place,
    IReadOnlyList<int> Wrapped,
    IReadOnlyList<IReadOnlyList<int>>? Readers
)
{
    /// <summary>How many modules.</summary>
    public int Count => ((Relu)Step.Operation).Modules;

    /// <summary>How many of them have a module around them that counts as one too.</summary>
    public int Wrappers => ((Relu)Step.Operation).Readings - Count;

    /// <summary>Whether it is the ReLU before the last pooling, which works in place.</summary>
    public bool IsLast { get; private init; }

    /// <summary>
    /// All ReLU steps of a network but those of the stem, which the reference does not look at.
    /// </summary>
    public static IEnumerable<ReluModules> Of(Blueprint network)
    {
        var readers = network.Steps.Select(_ => new List<Step>()).ToArray();
        foreach (var step in network.Steps)
        {
            foreach (var input in step.Inputs.Distinct())
            {
                readers[input].Add(step);
            }
        }

        foreach (var step in network.Steps.Where(step => step.Operation is Relu))
        {
            if (PlaceOf(network, step.Index) is { } place)
            {
                var relu = (Relu)step.Operation;
                var wrapped = readers[step.Index]
                    .Where(reader =>
                        reader.Operation is Convolution
                        && readers[reader.Index].Exists(next => next.Operation is BatchNorm)
                    )
                    .Take(relu.Readings - relu.Modules)
                    .Select(reader => reader.Index);
                yield return new(step, place, [.. wrapped], Apart(relu, readers[step.Index]))
                {
                    IsLast =
                        relu.Readings == relu.Modules
                        && readers[step.Index].TrueForAll(reader => reader.Operation is GlobalAveragePool),
                };
            }
        }
    }

    private static int? PlaceOf(Blueprint network, int step)
    {
        if (network.Stages.IsEmpty)
        {
            return 0;
        }

        var ends = network.Stages.Select(stage => stage.Steps.End.GetOffset(network.Steps.Length));
        var stages = ends.Count(end => end <= step);
        return stages == 0 ? null : stages - 1;
    }

    private static List<IReadOnlyList<int>>? Apart(Relu relu, List<Step> readers)
    {
        if (
            relu.Modules == 1
            || !relu.IsPlain
            || readers is not [{ Operation: Convolution }, ..]
            || readers.Exists(reader => reader.Inputs.Length != 1)
        )
        {
            return null;
        }

        var modules = new List<List<int>>();
        foreach (var reader in readers)
        {
            if (reader.Operation is Convolution)
            {
                modules.Add([]);
            }

            modules[^1].Add(reader.Index);
        }

        return modules.Count == relu.Modules ? [.. modules] : null;
    }
}
