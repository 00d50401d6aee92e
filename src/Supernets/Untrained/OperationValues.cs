using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;
using ZcBench.Supernets.Network;

namespace ZcBench.Supernets.Untrained;

/// <summary>
/// A value of each operation on each edge of an untrained weight-sharing network, measured once for all
/// architectures; a cell is worth the sum over its edges.
/// </summary>
internal static class OperationValues
{
    // A network of the space's shape that is cheap enough to run a few hundred times.
    private const int Channels = 8;
    private const int Cells = 1;

    /// <summary>The cells of a session.</summary>
    /// <param name="session">Its weights, minibatch and architectures.</param>
    /// <param name="need">For which the values are kept.</param>
    /// <param name="measure">Values [edges, operations] of a network.</param>
    public static IReadOnlyList<CellValue> Of(
        Session session,
        Need need,
        Func<Session, Supernet, SupernetWeights, double[,]> measure
    )
    {
        var space = SearchSpaces.Named(session.Architectures.First().Space);
        if (space.BuildSupernet(session.Settings.Task, Channels, Cells) is not { } blueprint)
        {
            return session.ForAll(new CellValue(null));
        }

        var values = session.Kept(need, () => Measure(session, blueprint, measure));
        return
        [
            .. session.Architectures.Select(architecture => new CellValue(
                blueprint
                    .OperationsOf(architecture)
                    .Select((operation, edge) => values[edge, operation])
                    .Sum()
            )),
        ];
    }

    private static double[,] Measure(
        Session session,
        SupernetBlueprint blueprint,
        Func<Session, Supernet, SupernetWeights, double[,]> measure
    )
    {
        using var scope = torch.NewDisposeScope();
        var placement = session.Settings.Placement;
        using var weights = SupernetWeights.Initial(blueprint.Network, session.Init, placement);
        return measure(session, new(blueprint, placement), weights);
    }
}
