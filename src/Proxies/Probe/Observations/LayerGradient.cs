namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The gradients of one layer.</summary>
/// <param name="Tap">The layer.</param>
/// <param name="Weight">∂scalar/∂weight, of the weight's shape.</param>
/// <param name="Output">∂scalar/∂output, [N, ...]; null unless it was wanted.</param>
public sealed record LayerGradient(Tap Tap, Tensor Weight, Tensor? Output);
