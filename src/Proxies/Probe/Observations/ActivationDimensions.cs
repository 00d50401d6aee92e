using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// In how many directions activations vary: participation ratios (tr C)² / ‖C‖_F² of channel covariances C,
/// 10⁻¹⁰ added to their diagonals.
/// </summary>
/// <param name="OfLayers">Of the outputs of convolutions and classifier, in the order of the steps.</param>
/// <param name="OfRelus">Of the outputs of all ReLU modules, likewise.</param>
public sealed record ActivationDimensions(IReadOnlyList<double> OfLayers, IReadOnlyList<double> OfRelus)
{
    private const double Ridge = 1e-10;

    /// <summary>Participation ratios of layers and ReLUs, dead ones included.</summary>
    public static Need<ActivationDimensions> Need { get; } =
        new(
            "activation_dimensions",
            "participation ratios of layers and ReLUs, read during the forward pass",
            watch: session => new Watcher(session.Blueprints)
        )
        {
            Selects = StepSelection.Everything,
            Passes = 0.4,
            HoldsLargest = 3,
        };

    /// <summary>Of values [G, rows, C] the participation ratio of each of the G, float64.</summary>
    internal static Tensor Ratios(Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var centred = Numbers.Wide(rows.sub(rows.mean([1], keepdim: true)));
        var covariance = centred.transpose(1, 2).bmm(centred).div(Scalars.Of(rows.shape[1]));
        var diagonal = covariance.diagonal(0, 1, 2);
        diagonal.add_(Scalars.Of(Ridge), Scalars.Of(1));
        var trace = diagonal.sum([1L]);
        return trace
            .pow(Scalars.Of(2))
            .div(covariance.pow(Scalars.Of(2)).sum([1L, 2L]))
            .MoveToOuterDisposeScope();
    }

    private sealed class Watcher(IReadOnlyList<Blueprint> blueprints) : IWatcher<ActivationDimensions>
    {
        private readonly List<(GroupedStep Step, Tensor Ratios)> _seen = [];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (step.Operation is Convolution or Classifier or Relu)
            {
                using var gradients = torch.no_grad();
                using var scope = torch.NewDisposeScope();
                var slots = step.Slots.Length;
                var rows =
                    value.ndim == 4
                        ? PixelRows.Of(value.detach(), slots)
                        : value.detach().reshape(value.shape[0], slots, -1).transpose(0, 1);
                _seen.Add((step, Ratios(rows).MoveToOuterDisposeScope()));
            }
        }

        public IReadOnlyList<ActivationDimensions> Seen()
        {
            // What is known to be zero varies in no direction; the ridge alone varies in all.
            double[][] ratios =
            [
                .. blueprints.Select(blueprint =>
                    blueprint.Steps.Select(step => (double)step.Output.Channels).ToArray()
                ),
            ];
            if (_seen.Count > 0)
            {
                using var all = torch.cat([.. _seen.Select(item => item.Ratios)]);
                foreach (var (slot, ratio) in _seen.SelectMany(item => item.Step.Slots).Zip(Numbers.All(all)))
                {
                    ratios[slot.Member][slot.Step.Index] = ratio;
                }
            }

            return [.. blueprints.Zip(ratios, Of)];
        }

        private static ActivationDimensions Of(Blueprint blueprint, double[] ratios) =>
            new(
                [
                    .. blueprint
                        .Steps.Where(step => step.Operation is Convolution or Classifier)
                        .Select(step => ratios[step.Index]),
                ],
                [
                    .. blueprint.Steps.SelectMany(step =>
                        step.Operation is Relu relu ? Enumerable.Repeat(ratios[step.Index], relu.Modules) : []
                    ),
                ]
            );
    }
}
