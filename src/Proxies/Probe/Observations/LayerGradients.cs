namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Gradients of the losses of all networks of a session.</summary>
/// <param name="Layers">The layers.</param>
/// <param name="Found">
/// For each layer the gradient of its weights, then, if wanted, for each that of its outputs.
/// </param>
internal sealed record LayerGradients(Layers Layers, IReadOnlyList<Tensor> Found)
{
    /// <summary>For each reader the gradients of its targets, in their order.</summary>
    public required IReadOnlyDictionary<IGradientReader, Tensor[]> Read { get; init; }
}
