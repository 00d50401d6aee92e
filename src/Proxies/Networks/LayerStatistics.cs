using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// (x − μ)/√(σ² + 10⁻⁵) with mean and variance of each sample over channels and pixels, neither scaled nor
/// shifted: layer normalisation in the place of batch norm.
/// </summary>
internal sealed class LayerStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        // As for the statistics of each sample: libtorch's kernel is slow on values that are channels last.
        using var scope = torch.NewDisposeScope();
        var normal = functional.group_norm(
            input.contiguous(),
            step.Slots.Length,
            null!,
            null!,
            BatchNorm.UsualEpsilon
        );
        return Placement.Laid(normal).MoveToOuterDisposeScope();
    }
}
