using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Training mode with a scale for each step that gradients are taken of, 1 where there is none.
/// The scales belong to the caller's dispose scope.
/// </summary>
internal sealed class ScaledBatchStatistics : INormalisation
{
    private readonly List<(GroupedStep, Tensor)> _scales = [];

    /// <summary>The scales [G·C] in the order of the steps.</summary>
    public IReadOnlyList<(GroupedStep Step, Tensor Scale)> Scales => _scales;

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        var scale = parameters.Scale is { } trained
            ? trained.detach().requires_grad_()
            : torch.ones([input.shape[1]], dtype: input.dtype, device: input.device, requires_grad: true);
        _scales.Add((step, scale));
        return functional.batch_norm(
            input,
            null!,
            null!,
            scale,
            parameters.Shift!,
            training: true,
            eps: step.Norm.Epsilon
        );
    }
}
