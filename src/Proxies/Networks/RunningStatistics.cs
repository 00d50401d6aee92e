using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Training mode that keeps running variances as a network's modules do: from 1, at each pass 1 − m times the
/// old plus m times the unbiased variance of the batch, with the step's momentum m. One object sees several
/// passes.
/// </summary>
public sealed class RunningStatistics : INormalisation
{
    private readonly Dictionary<GroupedStep, (Tensor Mean, Tensor Variance)> _running = [];

    /// <summary>The running variances [G·C] of each batch norm step seen.</summary>
    public IEnumerable<(GroupedStep Step, Tensor Variance)> Variances =>
        _running.Select(item => (item.Key, item.Value.Variance));

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        if (!_running.TryGetValue(step, out var running))
        {
            running = _running[step] = (
                torch.zeros([input.shape[1]], dtype: input.dtype, device: input.device),
                torch.ones([input.shape[1]], dtype: input.dtype, device: input.device)
            );
        }

        return functional.batch_norm(
            input,
            running.Mean,
            running.Variance,
            parameters.Scale!,
            parameters.Shift!,
            training: true,
            momentum: step.Norm.Momentum,
            eps: step.Norm.Epsilon
        );
    }
}
