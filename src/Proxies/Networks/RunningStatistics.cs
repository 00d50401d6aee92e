using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Training mode that keeps running variances as a network's modules do: from 1, at each pass 1 − m times the
/// old plus m times the unbiased variance of the batch, with the step's momentum m. One object sees several
/// passes.
/// </summary>
/// <param name="differentiates">
/// Whether derivatives with respect to scales and shifts will be taken, so that those which are 1 and 0 are
/// tensors too.
/// </param>
internal sealed class RunningStatistics(bool differentiates = false) : INormalisation
{
    private readonly Dictionary<GroupedStep, (Tensor Mean, Tensor Variance)> _running = [];
    private readonly Dictionary<GroupedStep, NormParameters> _parameters = [];

    /// <summary>The running variances [G·C] of each batch norm step seen.</summary>
    public IEnumerable<(GroupedStep Step, Tensor Variance)> Variances =>
        _running.Select(item => (item.Key, item.Value.Variance));

    /// <summary>What a batch norm step was scaled and shifted by.</summary>
    public NormParameters Parameters(GroupedStep step) => _parameters[step];

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        if (!_running.TryGetValue(step, out var running))
        {
            running = _running[step] = (
                torch.zeros([input.shape[1]], dtype: input.dtype, device: input.device),
                torch.ones([input.shape[1]], dtype: input.dtype, device: input.device)
            );
            _parameters[step] =
                differentiates && step.Norm.IsAffine && parameters.Scale is null
                    ? Neutral(input)
                    : parameters;
        }

        var (scale, shift) = _parameters[step];

        return functional.batch_norm(
            input,
            running.Mean,
            running.Variance,
            scale!,
            shift!,
            training: true,
            momentum: step.Norm.Momentum,
            eps: step.Norm.Epsilon
        );
    }

    private static NormParameters Neutral(Tensor input) =>
        new(
            torch.ones([input.shape[1]], dtype: input.dtype, device: input.device, requires_grad: true),
            torch.zeros([input.shape[1]], dtype: input.dtype, device: input.device, requires_grad: true)
        );
}
