using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// What a batch norm step does in a forward pass. Scale is 1 and shift 0 unless said otherwise.
/// </summary>
public interface INormalisation
{
    /// <summary>The normalised input, of the same shape [N, C, H, W].</summary>
    Tensor Normalise(Step step, Tensor input);
}
