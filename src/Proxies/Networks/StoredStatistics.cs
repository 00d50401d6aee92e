using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Batch norm of a trained network in evaluation mode: mean and variance are those that a file holds.
/// </summary>
internal sealed class StoredStatistics : INormalisation
{
    private readonly StoredNumbers _numbers;
    private readonly Placement _placement;

    /// <summary>The statistics of a file.</summary>
    public StoredStatistics(StoredNumbers numbers, Placement placement) =>
        (_numbers, _placement) = (numbers, placement);

    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        using var scope = torch.NewDisposeScope();
        var stored = step
            .Slots.Select(slot => _numbers.Norms[((BatchNorm)slot.Step.Operation).Path])
            .ToList();
        return functional
            .batch_norm(
                input,
                Row(norm => norm.Mean),
                Row(norm => norm.Variance),
                parameters.Scale!,
                parameters.Shift!,
                training: false,
                eps: step.Norm.Epsilon
            )
            .MoveToOuterDisposeScope();

        Tensor Row(Func<StoredNorm, Func<float[]>> part) =>
            _placement.Tensor([.. stored.SelectMany(norm => part(norm)())], input.shape[1]);
    }
}
