using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// (x − μ)/√(σ² + 10⁻⁵) with mean and biased variance of the batch, a channel: training mode. Gradients flow
/// through both.
/// </summary>
public sealed class BatchStatistics : INormalisation
{
    /// <summary>The one instance.</summary>
    public static BatchStatistics Instance { get; } = new();

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input) =>
        functional.batch_norm(input, null!, null!, training: true);
}

/// <summary>Batch norm left out: the identity, as synflow asks.</summary>
public sealed class NoNormalisation : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input) => input.add(0);
}

/// <summary>
/// Mean and variance of each sample apart, over its pixels: what training mode does to batches of one, for a
/// whole batch in one pass.
/// </summary>
public sealed class SampleStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input)
    {
        // libtorch's kernel for values that are channels last takes many times as long as the way there and
        // back.
        using var scope = torch.NewDisposeScope();
        var normal = functional.group_norm(input.contiguous(), input.shape[1]);
        return Placement.Laid(normal).MoveToOuterDisposeScope();
    }
}

/// <summary>
/// Statistics of the batch taken as constants: the value is that of training mode, but no gradient flows
/// through mean and variance, so that each sample's output depends on that sample alone.
/// </summary>
public sealed class FrozenStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input)
    {
        using var scope = torch.NewDisposeScope();
        Tensor mean,
            variance;
        using (torch.no_grad())
        {
            mean = input.mean([0, 2, 3], keepdim: true);
            variance = input.sub(mean).square().mean([0, 2, 3]);
        }

        return functional
            .batch_norm(input, mean.reshape(-1), variance, training: false)
            .MoveToOuterDisposeScope();
    }
}

/// <summary>
/// Training mode with a learnable scale for each step, 1 at first: for gradients with respect to the scale.
/// The scales belong to the caller's dispose scope.
/// </summary>
public sealed class ScaledBatchStatistics : INormalisation
{
    private readonly List<(GroupedStep, Tensor)> _scales = [];

    /// <summary>The scales [G·C] in the order of the steps.</summary>
    public IReadOnlyList<(GroupedStep Step, Tensor Scale)> Scales => _scales;

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input)
    {
        var scale = torch.ones(
            [input.shape[1]],
            dtype: input.dtype,
            device: input.device,
            requires_grad: true
        );
        _scales.Add((step, scale));
        return functional.batch_norm(input, null!, null!, scale, training: true);
    }
}

/// <summary>
/// Training mode that keeps running variances as a network's modules do: from 1, at each pass 0.9 times the
/// old plus 0.1 times the unbiased variance of the batch. One object sees several passes.
/// </summary>
public sealed class RunningStatistics : INormalisation
{
    private readonly Dictionary<GroupedStep, (Tensor Mean, Tensor Variance)> _running = [];

    /// <summary>The running variances [G·C] of each batch norm step seen.</summary>
    public IEnumerable<(GroupedStep Step, Tensor Variance)> Variances =>
        _running.Select(item => (item.Key, item.Value.Variance));

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input)
    {
        if (!_running.TryGetValue(step, out var running))
        {
            running = _running[step] = (
                torch.zeros([input.shape[1]], dtype: input.dtype, device: input.device),
                torch.ones([input.shape[1]], dtype: input.dtype, device: input.device)
            );
        }

        return functional.batch_norm(input, running.Mean, running.Variance, training: true, momentum: 0.1);
    }
}
