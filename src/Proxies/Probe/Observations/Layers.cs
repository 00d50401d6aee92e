using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Keeps the layers that the logits depend on while a pass runs, what they read and what they yield, and the
/// outputs of batch norm if asked.
/// </summary>
internal sealed class Layers : IWatcher<Layers>
{
    private readonly PopulationNetwork _network;
    private readonly bool _keepsNorms;
    private readonly List<Layer> _all = [];
    private readonly List<(GroupedStep, Tensor)> _norms = [];

    /// <summary>A collector for one pass through a network.</summary>
    public Layers(PopulationNetwork network, bool keepsNorms = false)
    {
        _network = network;
        _keepsNorms = keepsNorms;
    }

    /// <summary>The layers of the shared forward pass.</summary>
    public static Need<Layers> Need { get; } =
        new(
            "layers",
            "what layers with weights read and yield",
            watch: session => new Layers(session.Network)
        );

    /// <summary>The layers in order.</summary>
    public IReadOnlyList<Layer> All => _all;

    /// <summary>Batch norm steps and their values in order.</summary>
    public IReadOnlyList<(GroupedStep Step, Tensor Value)> Norms => _norms;

    /// <summary>Their weights.</summary>
    public IEnumerable<Tensor> Weights => _all.Select(layer => layer.Weight);

    /// <summary>Their outputs.</summary>
    public IEnumerable<Tensor> Outputs => _all.Select(layer => layer.Output);

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (IsLayer(step))
        {
            _all.Add(new(step, inputs[0], value, _network.Weight(step)!));
        }
        else if (_keepsNorms && step.Operation is BatchNorm)
        {
            _norms.Add((step, value));
        }
    }

    public bool Keeps(GroupedStep step) => IsLayer(step) || (_keepsNorms && step.Operation is BatchNorm);

    public bool KeepsInputs(GroupedStep step) => IsLayer(step);

    public IReadOnlyList<Layers> Seen() => [.. _network.Schedule.Members.Select(_ => this)];

    /// <summary>
    /// For each network its layers in the order of its steps, each as <paramref name="part"/> makes it of a
    /// layer, its index and a position.
    /// </summary>
    public IReadOnlyList<T>[] ByMember<T>(Func<Layer, int, int, T> part)
    {
        var members = _network.Schedule.Members.Select(_ => new SortedList<int, T>()).ToArray();
        foreach (var (index, layer) in _all.Index())
        {
            foreach (var (position, slot) in layer.Step.Slots.Index())
            {
                members[slot.Member].Add(slot.Step.Index, part(layer, index, position));
            }
        }

        return [.. members.Select(parts => (IReadOnlyList<T>)[.. parts.Values])];
    }

    private bool IsLayer(GroupedStep step) =>
        step.Operation is Convolution or Classifier && _network.Schedule.IsIn(step, StepSelection.Logits);
}
