using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Stable ranks of what batch norm yields.</summary>
/// <param name="Ranks">
/// ‖M‖_F² / ‖M‖₂² for each batch norm in the order of the network's steps, M its output as a matrix of
/// channels by pixels of all samples; 0 where M is 0.
/// </param>
public sealed record NormRanks(IReadOnlyList<double> Ranks)
{
    /// <summary>Stable ranks of all batch norms' outputs, dead ones included.</summary>
    public static Need<NormRanks> Need { get; } =
        new(
            "norm_ranks",
            "products of channels after batch norm, read during the forward pass",
            watch: session => new Watcher(session.Blueprints)
        )
        {
            Selects = StepSelection.Norms,
            Passes = 0.2,
            HoldsLargest = 2,
        };

    /// <summary>
    /// Of the products M Mᵀ or Mᵀ M of several matrices, [matrices, n, n], the stable rank of each.
    /// </summary>
    internal static double[] Of(Tensor products)
    {
        using var scope = torch.NewDisposeScope();
        var traces = Numbers.All(products.diagonal(0, 1, 2).sum([1L]));

        // What is not finite has no eigenvalues; its trace tells.
        var largest = Numbers.All(torch.linalg.eigvalsh(torch.nan_to_num(products)).amax([1]));
        return [.. traces.Zip(largest, (trace, most) => trace == 0 ? 0 : trace / most)];
    }

    private sealed class Watcher(IReadOnlyList<Blueprint> blueprints) : IWatcher<NormRanks>
    {
        private readonly List<(GroupedStep Step, Tensor Products)> _seen = [];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (step.Operation is not BatchNorm)
            {
                return;
            }

            using var gradients = torch.no_grad();
            using var scope = torch.NewDisposeScope();
            var rows = PixelRows.Of(value.detach(), step.Slots.Length);
            var columns = rows.transpose(1, 2);
            var products = rows.shape[1] < rows.shape[2] ? rows.bmm(columns) : columns.bmm(rows);
            _seen.Add((step, Numbers.Wide(products).MoveToOuterDisposeScope()));
        }

        // Matrices of one size have their eigenvalues taken together.
        public IReadOnlyList<NormRanks> Seen()
        {
            double[][] ranks = [.. blueprints.Select(blueprint => new double[blueprint.Steps.Length])];
            foreach (var group in _seen.GroupBy(item => item.Products.shape[1]))
            {
                using var joined = torch.cat([.. group.Select(item => item.Products)], 0);
                foreach (var (slot, rank) in group.SelectMany(item => item.Step.Slots).Zip(Of(joined)))
                {
                    ranks[slot.Member][slot.Step.Index] = rank;
                }
            }

            return
            [
                .. blueprints.Zip(
                    ranks,
                    (blueprint, all) =>
                        new NormRanks([
                            .. blueprint
                                .Steps.Where(step => step.Operation is BatchNorm)
                                .Select(step => all[step.Index]),
                        ])
                ),
            ];
        }
    }
}
