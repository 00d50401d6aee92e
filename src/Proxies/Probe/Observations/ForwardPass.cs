using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The shared forward pass: what every need that is of it asks for, computed once; with its graph when one of
/// them differentiates, without it (and with values freed early) otherwise. The same for all networks.
/// </summary>
public sealed class ForwardPass
{
    private ForwardPass(Tensor inputs, Tensor logits, RunningStatistics running) =>
        (Inputs, Logits, Running) = (inputs, logits, running);

    /// <summary>The shared forward pass of the minibatch in training mode.</summary>
    public static Need<ForwardPass> Need { get; } =
        new("forward", "forward pass of the minibatch in training mode", [], Run)
        {
            Selects = StepSelection.Logits,
            Passes = 1,
            Keeps = 0.1,
        };

    /// <summary>
    /// The minibatch, [N, C, H, W]; a leaf of the graph, [N, P·C, H, W], when a need differentiates with
    /// respect to it.
    /// </summary>
    public Tensor Inputs { get; }

    /// <summary>[N, P·classes].</summary>
    public Tensor Logits { get; }

    /// <summary>The running statistics of batch norm after this pass.</summary>
    internal RunningStatistics Running { get; }

    private static IReadOnlyList<ForwardPass> Run(Session session)
    {
        var (network, shared) = (session.Network, session.Shared);
        var inputs = network.Inputs(session.Images);
        if (shared.DifferentiatesInput)
        {
            inputs = inputs.detach();
            inputs.requires_grad = true;
        }

        using var mode = shared.Differentiates ? torch.enable_grad() : torch.no_grad();
        var observers = new Observers([.. session.AllWatchers]);
        var running = new RunningStatistics(shared.DifferentiatesNorms);
        var needed = network.Schedule.Needed(shared.Selections);
        var logits = network.Forward(inputs, needed, observers, running)!;
        return session.ForAll(new ForwardPass(inputs, logits, running));
    }

    private sealed class Observers(IReadOnlyList<IForwardObserver> all) : IForwardObserver
    {
        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            foreach (var observer in all)
            {
                observer.Computed(step, inputs, value);
            }
        }

        public bool Keeps(GroupedStep step) => all.Any(observer => observer.Keeps(step));

        public bool KeepsInputs(GroupedStep step) => all.Any(observer => observer.KeepsInputs(step));

        public bool ReadsApart(GroupedStep step) => all.Any(observer => observer.ReadsApart(step));
    }
}
