using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How the last feature map answers a small change of the input, x + 0.01 e.</summary>
/// <param name="Change">
/// Mean over samples of Σ |h(x) − h(x + 0.01 e)|, h the features before the pooling over all pixels.
/// </param>
/// <param name="LogScales">
/// Σ over batch norm steps of log √(mean of its running variance after both passes); null where there is
/// none.
/// </param>
public sealed record Perturbation(double Change, double? LogScales)
{
    private const double Size = 1e-2;

    /// <summary>Answer of the last features to a change of the input.</summary>
    public static Need<Perturbation> Need { get; } =
        new(
            "perturbation",
            "forward pass of a slightly changed input",
            [ForwardPass.Need, LastFeatures.Need],
            Run
        )
        {
            Selects = StepSelection.Norms,
            Passes = 1,
            Holds = 0.1,
        };

    private static IReadOnlyList<Perturbation> Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var plain = session.Get(LastFeatures.Need)[0];
        var running = session.Get(ForwardPass.Need)[0].Running;
        var moved = new LastFeatures(session.Blueprints);
        var images = session.Images.add(session.SecondImages.mul(Scalars.Of(Size)), Scalars.Of(1));
        var network = session.Network;
        var needed = network.Schedule.Needed(StepSelection.Norms);
        network.Forward(network.Inputs(images), needed, moved, running);
        var changes = new double[session.Blueprints.Count];
        foreach (var (step, value) in plain.Values)
        {
            var change = value.sub(moved.Values[step]).abs();
            var sums = change.reshape(change.shape[0], step.Slots.Length, -1).sum([2L]).mean([0]);
            foreach (var (slot, sum) in step.Slots.Zip(Numbers.All(sums)))
            {
                if (plain.IsLast(slot))
                {
                    changes[slot.Member] = sum;
                }
            }
        }

        var norms = running.Variances.Where(item => network.Schedule.IsIn(item.Step, StepSelection.Norms));
        var logs = LogScalesOf(session.Blueprints, [.. norms]);
        return
        [
            .. changes
                .Zip(logs, session.Blueprints)
                .Select(item => new Perturbation(
                    item.First,
                    item.Third.Steps.Any(step => step.Operation is BatchNorm) ? item.Second : null
                )),
        ];
    }

    private static double[] LogScalesOf(
        IReadOnlyList<Blueprint> blueprints,
        IReadOnlyList<(GroupedStep Step, Tensor Variance)> norms
    )
    {
        // A batch norm that only ever sees zero keeps 0.9 of its variance at each of the two passes.
        double[] logs =
        [
            .. blueprints.Select(blueprint =>
                blueprint
                    .Steps.Where(step => step.IsZero)
                    .Select(step => step.Operation)
                    .OfType<BatchNorm>()
                    .Sum(norm => Math.Log(1 - norm.Momentum))
            ),
        ];
        if (norms.Count == 0)
        {
            return logs;
        }

        var means = Numbers.All(
            torch.cat([.. norms.Select(item => item.Variance.reshape(item.Step.Slots.Length, -1).mean([1]))])
        );
        foreach (var (slot, mean) in norms.SelectMany(item => item.Step.Slots).Zip(means))
        {
            logs[slot.Member] += Math.Log(Math.Sqrt(mean));
        }

        return logs;
    }
}
