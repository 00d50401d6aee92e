using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// About how much memory of tensors one architecture takes at its peak, from its shapes alone, before
/// anything is computed. A batch is never split to save memory: with batch norm in training mode its parts
/// would be other minibatches, with other scores.
/// </summary>
public static class MemoryEstimate
{
    // The weights, their gradients and one more.
    private const int WeightCopies = 3;

    // Of a pass whose graph is kept, the share of its values that the backward pass reads again.
    private const double Graph = 0.7;

    // What a pass has in hand at one time beside what it keeps, in its largest feature map: the values that a
    // step reads and writes, those that wait for a later reader, and the library's own copies of them.
    private const int LargestMaps = 12;

    /// <summary>
    /// Bytes at the peak: what the costliest session keeps, and the most that one of its needs holds on top.
    /// </summary>
    /// <param name="architecture">What will be scored.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="settings">Task, batch and precision.</param>
    public static long PeakBytes(
        Architecture architecture,
        IReadOnlyList<IProxy> proxies,
        ProbeSettings settings
    )
    {
        if (IsCounting(proxies))
        {
            return 0;
        }

        var blueprint = SearchSpaces.Named(architecture.Space).Build(architecture, settings.Task);
        return PeakBytes(blueprint, proxies, settings);
    }

    /// <summary>The same with the network at hand.</summary>
    /// <param name="blueprint">The network that will be scored, for the task of the settings.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="settings">Batch and precision.</param>
    public static long PeakBytes(
        Blueprint blueprint,
        IReadOnlyList<IProxy> proxies,
        ProbeSettings settings
    ) =>
        IsCounting(proxies)
            ? 0
            : (long)
                proxies
                    .GroupBy(proxy => SessionKey.Of(proxy.Info, settings))
                    .Select(session =>
                        (
                            session.Key,
                            Needs: session
                                .SelectMany(proxy => proxy.Needs)
                                .SelectMany(need => need.Closure)
                                .Where(need => need != Structure.Need)
                                .Distinct()
                                .ToList()
                        )
                    )
                    .Where(session => session.Needs.Count > 0)
                    .Max(session =>
                        Bytes(
                            blueprint,
                            settings.Batch.Count,
                            session.Key.IsWidened ? settings.Placement.Widened : settings.Placement
                        )(session.Needs)
                    );

    /// <summary>Bytes at the peak of a training step, and those that stay between two.</summary>
    /// <param name="blueprint">The network that is trained.</param>
    /// <param name="batch">Images in a minibatch.</param>
    /// <param name="placement">Precision.</param>
    public static long TrainingBytes(Blueprint blueprint, int batch, Placement placement)
    {
        List<Need> pass = [ForwardPass.Need, LossGradients.OfLayers];
        var momenta = 2 * blueprint.Parameters * SizeOf(placement);
        return (long)Bytes(blueprint, batch, placement)(pass) + momenta;
    }

    private static int SizeOf(Placement placement) =>
        placement.DType == torch.float64 ? sizeof(double) : sizeof(float);

    // Counts take no tensors.
    private static bool IsCounting(IReadOnlyList<IProxy> proxies) =>
        proxies.All(proxy => proxy.Needs.All(need => need == Structure.Need));

    private static Func<List<Need>, double> Bytes(Blueprint blueprint, double samples, Placement placement)
    {
        var number = SizeOf(placement);
        var values = blueprint.Steps.Where(step => !step.IsZero).Sum(step => (double)step.Output.Elements);
        var largest = blueprint.Steps.Max(step => (double)step.Output.Elements);
        var pixels = (double)blueprint.Task.Image.Height * blueprint.Task.Image.Width;
        return session =>
        {
            var graph =
                session.Contains(ForwardPass.Need) && session.Exists(need => need.Differentiates) ? Graph : 0;
            var maps = graph + session.Sum(need => need.Keeps) + session.Max(need => need.Holds);
            var weights =
                WeightCopies
                + session.Max(need => need.HoldsWeights)
                + samples * session.Max(need => need.HoldsWeightsPerSample);
            var few = LargestMaps + session.Max(need => need.HoldsLargest);
            var images = session.Max(need => need.HoldsPixels) / pixels;
            return number
                * (
                    samples * (values * maps + largest * few)
                    + images * largest * LargestMaps
                    + weights * blueprint.Parameters
                );
        };
    }
}
