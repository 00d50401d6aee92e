using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How the last feature map answers a small change of the input, x + 0.01 e.</summary>
/// <param name="Change">
/// Mean over samples of Σ |h(x) − h(x + 0.01 e)|, h the features before the pooling over all pixels.
/// </param>
/// <param name="LogScales">
/// Σ over batch norm steps of log √(mean of its running variance after both passes).
/// </param>
public sealed record Perturbation(double Change, double LogScales)
{
    private const double Size = 1e-2;

    internal static Perturbation Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = session.Network;
        var steps = session.Blueprint.Steps;
        var last = steps.Single(step => step.Operation is GlobalAveragePool).Inputs[0];
        var needed = session.Blueprint.Needed(
            steps.Where(step => step.Operation is BatchNorm).Select(step => step.Index).Append(last)
        );
        var running = new RunningStatistics();
        var plain = Features(session.Input);
        var moved = Features(session.Input.add(session.SecondInput.mul(Size)));
        var change = Numbers.Wide(plain.sub(moved).abs().sum([1, 2, 3]).mean()).item<double>();
        var logs = Numbers
            .Of(running.Variances.Select(variance => variance.mean()))
            .Sum(mean => Math.Log(Math.Sqrt(mean)));

        // A batch norm that only ever sees zero keeps 0.9 of its variance at each of the two passes.
        var silent = steps.Count(step => step.Operation is BatchNorm && step.IsZero);
        return new(change, logs + silent * Math.Log(0.9));

        Tensor Features(Tensor input)
        {
            var keeper = new StepKeeper(last);
            network.Forward(input, needed, keeper, running);
            return keeper.Value!;
        }
    }

    private sealed class StepKeeper(int index) : IForwardObserver
    {
        public Tensor? Value { get; private set; }

        public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (step.Index == index)
            {
                Value = value;
            }
        }

        public bool Keeps(Step step) => step.Index == index;
    }
}
