using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Statistics of the batch taken as constants: the value is that of training mode, but no gradient flows
/// through mean and variance, so that each sample's output depends on that sample alone.
/// </summary>
internal sealed class FrozenStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        using var scope = torch.NewDisposeScope();
        Tensor mean,
            variance;
        using (torch.no_grad())
        {
            mean = input.mean([0, 2, 3], keepdim: true);
            variance = input.sub(mean).pow(Scalars.Of(2)).mean([0, 2, 3]);
        }

        return functional
            .batch_norm(
                input,
                mean.reshape(-1),
                variance,
                parameters.Scale!,
                parameters.Shift!,
                training: false,
                eps: step.Norm.Epsilon
            )
            .MoveToOuterDisposeScope();
    }
}
