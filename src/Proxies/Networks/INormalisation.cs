using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// What a batch norm step does in a forward pass.
/// </summary>
internal interface INormalisation
{
    /// <summary>The normalised input, of the same shape [N, G·C, H, W], scaled and shifted.</summary>
    Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters);
}
