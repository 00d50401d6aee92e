using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The shared forward pass: logits, taps of the layers with weights, stage values, and what watchers saw on
/// the way. With its graph when a wanted need differentiates, without it (and with values freed early)
/// otherwise.
/// </summary>
public sealed class ForwardTrace
{
    private ForwardTrace(
        Tensor input,
        Tensor logits,
        IReadOnlyList<Tap> taps,
        IReadOnlyList<Tensor> stages,
        AgreementKernel? agreement,
        UnitPatterns? patterns
    )
    {
        Input = input;
        Logits = logits;
        Taps = taps;
        Stages = stages;
        Agreement = agreement;
        Patterns = patterns;
    }

    /// <summary>
    /// The minibatch; a leaf of the graph when a wanted need differentiates with respect to it.
    /// </summary>
    public Tensor Input { get; }

    /// <summary>[N, classes].</summary>
    public Tensor Logits { get; }

    /// <summary>
    /// Convolutions and classifier that the logits depend on, in order; empty without a graph.
    /// </summary>
    public IReadOnlyList<Tap> Taps { get; }

    /// <summary>Outputs of stem and cells; empty when nobody wants them.</summary>
    public IReadOnlyList<Tensor> Stages { get; }

    /// <summary>Agreement of activation codes, when wanted.</summary>
    public AgreementKernel? Agreement { get; }

    /// <summary>Activation patterns of units, when wanted.</summary>
    public UnitPatterns? Patterns { get; }

    internal static ForwardTrace Run(Session session)
    {
        var graph = session.Differentiates;
        var agreement = session.Wants(Needs.Agreement)
            ? new AgreementWatcher(session.Blueprint, session.Settings.Batch.Count)
            : null;
        var patterns = session.Wants(Needs.UnitPatterns)
            ? new UnitPatternWatcher(session.Blueprint, session.Settings.Batch.Count)
            : null;
        var tracer = new Tracer(
            session,
            keepTaps: graph,
            keepStages: session.Wants(Needs.StageSpectra) || session.Wants(Needs.StageAlignment),
            [.. new IForwardObserver?[] { agreement, patterns }.OfType<IForwardObserver>()]
        );
        var input = session.Input;
        if (session.DifferentiatesInput)
        {
            input = session.Input.detach();
            input.requires_grad = true;
        }

        using var mode = graph ? torch.enable_grad() : torch.no_grad();
        var logits = session.Network.Forward(input, session.NeededSteps(), tracer)!;
        return new(input, logits, tracer.Taps, tracer.StageValues(), agreement?.Kernel, patterns?.Patterns);
    }

    /// <summary>Collects taps and stages, and passes everything on to the watchers.</summary>
    private sealed class Tracer : IForwardObserver
    {
        private readonly Session _session;
        private readonly HashSet<int> _layers = [];
        private readonly IReadOnlyList<IForwardObserver> _watchers;
        private readonly HashSet<int> _kept = [];
        private readonly Dictionary<int, Tensor> _stages = [];

        public Tracer(
            Session session,
            bool keepTaps,
            bool keepStages,
            IReadOnlyList<IForwardObserver> watchers
        )
        {
            _session = session;
            _watchers = watchers;
            if (keepTaps)
            {
                var needed = session.Blueprint.NeededForLogits();
                var layers = session
                    .Blueprint.Steps.Where(step => needed[step.Index] && IsLayer(step))
                    .ToList();
                _layers.UnionWith(layers.Select(step => step.Index));
                _kept.UnionWith(layers.SelectMany(step => step.Inputs.Append(step.Index)));
            }

            if (keepStages)
            {
                _kept.UnionWith(session.Blueprint.Stages.Select(stage => stage.Step));
            }

            KeepsStages = keepStages;
        }

        public List<Tap> Taps { get; } = [];

        private bool KeepsStages { get; }

        public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (_layers.Contains(step.Index))
            {
                Taps.Add(new(step, inputs[0], value, _session.Network.Weight(step.Index)!));
            }

            _stages[step.Index] = value;
            foreach (var watcher in _watchers)
            {
                watcher.Computed(step, inputs, value);
            }
        }

        public bool Keeps(Step step) => _kept.Contains(step.Index);

        public IReadOnlyList<Tensor> StageValues() =>
            KeepsStages ? [.. _session.Blueprint.Stages.Select(stage => _stages[stage.Step])] : [];

        private static bool IsLayer(Step step) => step.Operation is Convolution or Classifier;
    }
}
