using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Supernets.Matching;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Shapley;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Untrained;

/// <summary>What proxies read off an untrained weight-sharing network with equal shares.</summary>
internal static class OperationNeeds
{
    private const int Permutations = 4;

    /// <summary>
    /// Of each operation the mean cosine of its gradient on the shared weights with those of its edge's other
    /// operations.
    /// </summary>
    public static Need<CellValue> Agreement { get; } =
        new(
            "operation_agreement",
            "gradients of every operation on an untrained weight-sharing network, once for all architectures",
            [],
            session => OperationValues.Of(session, Agreement!, Agreements)
        )
        {
            BuildsNetwork = true,
        };

    /// <summary>
    /// Of each operation its mean marginal contribution to the isotropy of stages over some orders of
    /// removal.
    /// </summary>
    public static Need<CellValue> Contribution { get; } =
        new(
            "operation_contribution",
            "stages of an untrained weight-sharing network without some operations, "
                + "once for all architectures",
            [],
            session => OperationValues.Of(session, Contribution!, ContributionsOf)
        )
        {
            BuildsNetwork = true,
        };

    private static double[,] Agreements(Session session, Supernet net, SupernetWeights weights)
    {
        using var gradientsOn = torch.enable_grad();
        var live = LiveOperations.All(net.Blueprint);
        // Its weights belong to the caller.
        var sub = new SubSupernet(live, weights, new NamedTensors());
        var batch = new Batch(session.Images, session.Labels());
        var mixing = Mixing.Softmax(Zeros(net), live);
        var matching = new GradientMatching(net, GradientDistance.Cosine);
        var values = new double[live.Edges, live.Operations];
        for (var edge = 0; edge < live.Edges; edge++)
        {
            var distances = matching.Distances(edge, sub, mixing, batch);
            foreach (var operation in live.Of(edge))
            {
                values[edge, operation] = live.Of(edge)
                    .Where(other => other != operation)
                    .Average(other => 1 - distances[operation, other]);
            }
        }

        return values;
    }

    private static double[,] ContributionsOf(Session session, Supernet net, SupernetWeights weights)
    {
        using var gradientsOff = torch.no_grad();
        var players = LiveOperations.WithoutZero(net.Blueprint);
        var all = Mixing.Softmax(Zeros(net), players);
        var removals = Enumerable
            .Range(0, Permutations)
            .Select(i => new SequentialRandom(
                new CounterRandom(session.Settings.Seed, FormattableString.Invariant($"operations/{i}"))
            ))
            .Select(random =>
                Removal.Play(
                    random.Distinct(players.Choices.Length, players.Choices.Length),
                    isIn =>
                        Isotropy(
                            session.Images,
                            net,
                            weights,
                            all with
                            {
                                Live = players.Without([.. players.Choices.Where((_, i) => !isIn[i])]),
                            }
                        ),
                    threshold: null
                )
            )
            .ToList();
        var values = new double[players.Edges, players.Operations];
        foreach (var (choice, mean) in players.Choices.Zip(Contributions.Of(removals).Mean))
        {
            values[choice.Edge, choice.Operation] = mean;
        }

        return values;
    }

    // A stage that is zero or constant adds nothing.
    private static double Isotropy(Tensor images, Supernet net, SupernetWeights weights, Mixing mixing)
    {
        using var scope = torch.NewDisposeScope();
        var sum = 0.0;
        net.Forward(
            images,
            weights,
            mixing,
            BatchNormMode.Batch,
            (_, stage) => sum += StageEntropy.Of(new([.. StageSpectra.Spectra(stage, slots: 1)]))?.Sum() ?? 0
        );
        return sum;
    }

    private static Tensor Zeros(Supernet net) =>
        torch.zeros(
            [net.Blueprint.Edges.Length, net.Blueprint.Operations.Length],
            dtype: net.Placement.DType,
            device: net.Placement.Device
        );
}
