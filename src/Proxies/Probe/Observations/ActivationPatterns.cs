using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Collects the activation patterns of all ReLU units while the forward pass runs.</summary>
public sealed class ActivationPatterns : IWatcher<UnitPatternCount>
{
    private readonly int _samples;
    private readonly SignCodes _codes = new();

    // Each null where there are more samples than patterns can hold.
    private readonly UnitPatterns?[] _patterns;

    internal ActivationPatterns(Session session)
    {
        _samples = session.Samples;
        _patterns = [.. session.Blueprints.Select(Begun)];
    }

    /// <summary>Distinct patterns of units over samples.</summary>
    public static Need<UnitPatternCount> Need { get; } =
        new(
            "unit_patterns",
            "distinct activation patterns of units, read during the forward pass",
            watch: session => new ActivationPatterns(session)
        )
        {
            Selects = StepSelection.Everything,
        };

    /// <inheritdoc/>
    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is not Relu || _samples > UnitPatterns.MaxSamples)
        {
            return;
        }

        foreach (var (position, slot) in step.Slots.Index())
        {
            using var scope = torch.NewDisposeScope();
            Rows.Pack(Rows.SampleMajor(step.Part(value, position)).cpu(), _samples, _codes);
            _patterns[slot.Member]!.Add(_codes);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<UnitPatternCount> Seen() =>
        [
            .. _patterns.Select(patterns =>
            {
                using (patterns)
                {
                    return new UnitPatternCount(patterns?.Count);
                }
            }),
        ];

    private UnitPatterns? Begun(Blueprint blueprint)
    {
        if (_samples > UnitPatterns.MaxSamples)
        {
            return null;
        }

        var patterns = new UnitPatterns();
        if (blueprint.Steps.Any(step => step.IsZero && step.Operation is Relu))
        {
            patterns.AddSilent();
        }

        return patterns;
    }
}
