namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The gradients of each layer's weight on two minibatches.</summary>
/// <param name="Layers">One pair a layer.</param>
public sealed record GradientPairs(IReadOnlyList<(Tensor First, Tensor Second)> Layers);
