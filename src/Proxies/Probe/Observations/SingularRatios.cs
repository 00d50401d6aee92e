using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The ratio of the smallest to the largest singular value of each value of one image, as a matrix of
/// channels by pixels; 0 for a value of zeros.
/// </summary>
/// <param name="OfStep">Ratios by step; what is not there is zero. Null where there are none.</param>
/// <param name="Reason">Why there are none.</param>
public sealed record SingularRatios(IReadOnlyDictionary<int, double>? OfStep, string Reason = "")
{
    /// <summary>Ratios of the first image of the minibatch, normalised alone.</summary>
    public static Need<SingularRatios> Need { get; } =
        new(
            "singular_ratios",
            "forward pass of the first image alone, singular values of each value",
            [],
            Run
        )
        {
            Selects = StepSelection.Everything,
            Passes = 0.3,
            Holds = 0.2,
        };

    private static IReadOnlyList<SingularRatios> Run(Session session)
    {
        string?[] reasons =
        [
            .. session.Blueprints.Select(network =>
                network.ReachesLogits(0) ? NormRule.OfImage(network) : Unreached.Reason
            ),
        ];
        if (Array.TrueForAll(reasons, reason => reason is not null))
        {
            return [.. reasons.Select(reason => new SingularRatios(null, reason!))];
        }

        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = session.Network;
        var values = new LayerValues(session.Blueprints);
        var needed = network.Schedule.Needed(StepSelection.Everything);
        network.Forward(network.Inputs(session.Images.narrow(0, 0, 1)), needed, values);
        var ratios = values.Ratios();
        return
        [
            .. reasons.Select(
                (reason, member) => reason is null ? new SingularRatios(ratios[member]) : new(null, reason)
            ),
        ];
    }

    // Only what layers and other published modules yield.
    private sealed class LayerValues(IReadOnlyList<Blueprint> networks) : Networks.IForwardObserver
    {
        private readonly HashSet<int>[] _wanted =
        [
            .. networks.Select(network => LayerModules.Of(network).Concat(network.ModuleOutputs).ToHashSet()),
        ];
        private readonly List<(Slot[] Slots, Tensor Matrices)> _seen = [];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (step.Operation is not Gathering && step.Slots.Any(IsWanted))
            {
                var matrices = value.detach().reshape(step.Slots.Length, step.Output.Channels, -1);
                _seen.Add(([.. step.Slots], matrices));
            }
        }

        public IReadOnlyList<IReadOnlyDictionary<int, double>> Ratios()
        {
            var ratios = networks.Select(_ => new Dictionary<int, double>()).ToList();
            foreach (var group in _seen.GroupBy(item => (item.Matrices.shape[1], item.Matrices.shape[2])))
            {
                var values = torch.linalg.svdvals(
                    Numbers.Wide(torch.cat([.. group.Select(item => item.Matrices)]))
                );
                var found = Numbers.All(values.amin([1]).div(values.amax([1])).nan_to_num(nan: 0));
                foreach (var (slot, ratio) in group.SelectMany(item => item.Slots).Zip(found))
                {
                    ratios[slot.Member][slot.Step.Index] = ratio;
                }
            }

            return ratios;
        }

        private bool IsWanted(Slot slot) => _wanted[slot.Member].Contains(slot.Step.Index);
    }
}
