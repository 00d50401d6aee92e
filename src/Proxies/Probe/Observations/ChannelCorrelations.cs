using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Smallest eigenvalue of the correlations between channels, for each feature map of one image.
/// </summary>
/// <param name="SmallestEigenvalues">
/// One for each operation's output that has pixels; null where there are none.
/// </param>
/// <param name="Reason">Why there are none: one image alone cannot be normalised.</param>
public sealed record ChannelCorrelations(IReadOnlyList<double>? SmallestEigenvalues, string Reason = "")
{
    /// <summary>Correlations between channels of single feature maps.</summary>
    public static Need<ChannelCorrelations> Need { get; } =
        new("channel_correlations", "forward pass of the first image alone", [], Run)
        {
            Selects = StepSelection.Logits,
            Passes = 0.1,
        };

    private static IReadOnlyList<ChannelCorrelations> Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = session.Network;
        var watcher = new Watcher();
        var needed = network.Schedule.Needed(StepSelection.Logits);
        network.Forward(network.Inputs(session.Images.narrow(0, 0, 1)), needed, watcher);
        return
        [
            .. session.Blueprints.Select(
                (blueprint, member) =>
                    NormRule.OfImage(blueprint) is { } reason
                        ? new ChannelCorrelations(null, reason)
                        : new(watcher.SmallestOf(member))
            ),
        ];
    }

    private sealed class Watcher : IForwardObserver
    {
        private readonly List<(Slot Slot, double Smallest)> _seen = [];

        // In the order of the network's own steps.
        public IReadOnlyList<double> SmallestOf(int member) =>
            [
                .. _seen
                    .Where(item => item.Slot.Member == member)
                    .OrderBy(item => item.Slot.Step.Index)
                    .Select(item => item.Smallest),
            ];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            // A gathered value was seen where it was computed, padding is part of what reads it, and the
            // correlations of single pixels are 0.
            if (value.ndim != 4 || step.Operation is Gathering or Pad || step.Output.IsPixel)
            {
                return;
            }

            using var scope = torch.NewDisposeScope();
            var (slots, channels) = (step.Slots.Length, step.Output.Channels);
            var rows = Numbers.Wide(value.select(0, 0).reshape(slots, channels, -1));
            var centred = rows.sub(rows.mean([2], keepdim: true));
            var norms = centred.pow(Scalars.Of(2)).sum([2L], keepdim: true).sqrt();

            // A constant channel correlates with nothing, itself included: its row and column are zero.
            var unit = centred.div(norms.add(norms.eq(Scalars.Of(0)).to(torch.float64), Scalars.Of(1)));
            var eigenvalues = torch.linalg.eigvalsh(unit.bmm(unit.transpose(1, 2)));
            _seen.AddRange(step.Slots.Zip(Numbers.All(eigenvalues.amin([1]))));
        }
    }
}
