using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// (x − μ)/√(σ² + ε) · scale + shift with mean and biased variance of the batch, a channel: training mode.
/// Gradients flow through both.
/// </summary>
internal sealed class BatchStatistics : INormalisation
{
    /// <summary>The one instance.</summary>
    public static BatchStatistics Instance { get; } = new();

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters) =>
        functional.batch_norm(
            input,
            null!,
            null!,
            parameters.Scale!,
            parameters.Shift!,
            training: true,
            eps: step.Norm.Epsilon
        );
}
