using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Keeps the values that are averaged over all pixels for the classifier.</summary>
internal sealed class LastFeatures : IWatcher<LastFeatures>
{
    private readonly int[] _last;

    /// <summary>A collector for one pass.</summary>
    public LastFeatures(IReadOnlyList<Blueprint> blueprints) =>
        _last = [.. blueprints.Select(blueprint => blueprint.LastFeatures)];

    /// <summary>The last features of the shared forward pass.</summary>
    public static Need<LastFeatures> Need { get; } =
        new(
            "last_features",
            "the last feature map before pooling",
            watch: session => new LastFeatures(session.Blueprints)
        )
        {
            Selects = StepSelection.Norms,
        };

    /// <summary>Steps of which a slot is a network's last features, and their values.</summary>
    public Dictionary<GroupedStep, Tensor> Values { get; } = [];

    /// <summary>Whether a slot is its network's last features.</summary>
    public bool IsLast(Slot slot) => _last[slot.Member] == slot.Step.Index;

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (Keeps(step))
        {
            Values[step] = value;
        }
    }

    public bool Keeps(GroupedStep step) => step.Slots.Any(IsLast);

    public IReadOnlyList<LastFeatures> Seen() => [.. _last.Select(_ => this)];
}
