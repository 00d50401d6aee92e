using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Smallest eigenvalue of the correlations between channels, for each feature map of one image.
/// </summary>
/// <param name="SmallestEigenvalues">One for each operation's output that has pixels.</param>
public sealed record ChannelCorrelations(IReadOnlyList<double> SmallestEigenvalues)
{
    internal static ChannelCorrelations Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var watcher = new Watcher();
        var needed = session.Blueprint.NeededForLogits();
        session.Network.Forward(session.Input.narrow(0, 0, 1), needed, watcher);
        return new(watcher.Smallest);
    }

    private sealed class Watcher : IForwardObserver
    {
        public List<double> Smallest { get; } = [];

        public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (value.ndim != 4)
            {
                return;
            }

            using var scope = torch.NewDisposeScope();
            var rows = Numbers.Wide(value.select(0, 0).reshape(value.shape[1], -1));
            var centred = rows.sub(rows.mean([1], keepdim: true));
            var norms = centred.square().sum([1L], keepdim: true).sqrt();

            // A constant channel correlates with nothing, itself included: its row and column are zero.
            var unit = centred.div(norms.add(norms.eq(0).to(torch.float64)));
            Smallest.Add(Numbers.All(torch.linalg.eigvalsh(unit.mm(unit.t()).cpu())).Min());
        }
    }
}
