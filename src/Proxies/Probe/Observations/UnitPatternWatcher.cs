using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Collects the activation patterns of all ReLU units while the forward pass runs.</summary>
internal sealed class UnitPatternWatcher : IForwardObserver
{
    private readonly int _samples;
    private readonly SignCodes _codes = new();

    public UnitPatternWatcher(Blueprint blueprint, int samples)
    {
        _samples = samples;
        Patterns = samples <= UnitPatterns.MaxSamples ? new() : null;
        if (blueprint.Steps.Any(step => step.IsZero && step.Operation is Relu))
        {
            Patterns?.AddSilent();
        }
    }

    /// <summary>The patterns; null when there are more samples than they can hold.</summary>
    public UnitPatterns? Patterns { get; }

    public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is Relu && Patterns is not null)
        {
            using var rows = Rows.SampleMajor(value);
            using var local = rows.cpu();
            Rows.Pack(local, _samples, _codes);
            Patterns.Add(_codes);
        }
    }
}
