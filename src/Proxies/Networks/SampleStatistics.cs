using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Mean and variance of each sample apart, over its pixels: what training mode does to batches of one, for a
/// whole batch in one pass.
/// </summary>
internal sealed class SampleStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        // libtorch's kernel for values that are channels last takes many times as long as the way there and
        // back.
        using var scope = torch.NewDisposeScope();
        var normal = functional.group_norm(
            input.contiguous(),
            input.shape[1],
            parameters.Scale!,
            parameters.Shift!,
            step.Norm.Epsilon
        );
        return Placement.Laid(normal).MoveToOuterDisposeScope();
    }
}
