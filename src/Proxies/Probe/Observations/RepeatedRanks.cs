using System.Globalization;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Effective ranks of one architecture's network drawn several times.</summary>
/// <param name="Sums">
/// The sum of the ranks for each draw; the first is the network of the run. Null where there are none.
/// </param>
/// <param name="Reason">Why there are none.</param>
public sealed record RepeatedRanks(IReadOnlyList<double>? Sums, string Reason = "")
{
    /// <summary>
    /// Ranks of so many networks, whose weights and windows are drawn from the run's seed and those after
    /// it; the images stay.
    /// </summary>
    public static Need<RepeatedRanks> Of(int repetitions) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"effective_ranks_x{repetitions}"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"the same with weights drawn {repetitions - 1} more times"
            ),
            [EffectiveRanks.Need],
            session => Run(session, repetitions)
        )
        {
            Selects = StepSelection.Everything,
            Passes = 1.2 * (repetitions - 1),
            Holds = 0.6,
            HoldsWeights = 2,
            BuildsNetwork = true,
        };

    private static IReadOnlyList<RepeatedRanks> Run(Session session, int repetitions)
    {
        using var gradients = torch.no_grad();
        var all = new List<IReadOnlyList<EffectiveRanks>> { session.Get(EffectiveRanks.Need) };
        for (var r = 1; r < repetitions; r++)
        {
            using var scope = torch.NewDisposeScope();
            var seed = session.Settings.Seed + r;
            using var weights = new WeightBank(session.InitOf(seed), session.Settings.Placement);
            using var network = PopulationNetwork.Create(
                session.Schedule,
                weights,
                session.Settings.Placement
            );
            var windows = new RankWindows(session.Schedule, seed);
            var needed = session.Schedule.Needed(StepSelection.Everything);
            network.Forward(network.Inputs(session.Images), needed, windows);
            all.Add(windows.Seen());
        }

        return
        [
            .. session.Blueprints.Select(
                (_, member) =>
                    all[0][member].Values is null
                        ? new RepeatedRanks(null, all[0][member].Reason)
                        : new([.. all.Select(ranks => ranks[member].Values!.Sum())])
            ),
        ];
    }
}
