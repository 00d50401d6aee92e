namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// A watcher of the shared forward pass that wants the loss's gradients with respect to tensors that it saw.
/// </summary>
internal interface IGradientReader
{
    /// <summary>The tensors, all of which the loss depends on.</summary>
    IReadOnlyList<Tensor> Targets { get; }
}
