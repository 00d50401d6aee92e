using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Keeps the layers with weights of a pass of its own, and the outputs of batch norm if asked.
/// </summary>
internal sealed class LayerCollector : IForwardObserver
{
    private readonly Network _network;
    private readonly bool _keepNorms;
    private readonly HashSet<int> _kept;

    public LayerCollector(Network network, bool keepNorms)
    {
        _network = network;
        _keepNorms = keepNorms;
        _kept =
        [
            .. network
                .Blueprint.Steps.Where(step => step.Operation is Convolution or Classifier)
                .SelectMany(step => step.Inputs.Append(step.Index)),
        ];
    }

    public List<Tap> Taps { get; } = [];

    public List<Tensor> Norms { get; } = [];

    public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is Convolution or Classifier)
        {
            Taps.Add(new(step, inputs[0], value, _network.Weight(step.Index)!));
        }
        else if (_keepNorms && step.Operation is BatchNorm)
        {
            Norms.Add(value);
        }
    }

    public bool Keeps(Step step) => _kept.Contains(step.Index) || (_keepNorms && step.Operation is BatchNorm);
}
