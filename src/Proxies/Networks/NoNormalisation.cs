using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>Batch norm left out, with its scale and shift: the identity, as synflow asks.</summary>
internal sealed class NoNormalisation : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters) =>
        input.view(input.shape);
}
