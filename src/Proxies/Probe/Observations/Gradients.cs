namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Gradients of one scalar through the layers of a network.</summary>
/// <param name="Layers">One for each layer that the scalar depends on, in order.</param>
public sealed record Gradients(IReadOnlyList<LayerGradient> Layers)
{
    /// <summary>
    /// ∂scalar/∂tensor for each tensor, all of which the scalar must depend on. The graph stays.
    /// </summary>
    internal static IReadOnlyList<Tensor> Of(Tensor scalar, IEnumerable<Tensor> tensors) =>
        [.. torch.autograd.grad([scalar], [.. tensors], retain_graph: true)];
}
