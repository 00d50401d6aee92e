using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// What a batch norm step does in a forward pass. Scale is 1 and shift 0 unless said otherwise.
/// </summary>
public interface INormalisation
{
    /// <summary>The normalised input, of the same shape [N, G·C, H, W].</summary>
    Tensor Normalise(GroupedStep step, Tensor input);
}
