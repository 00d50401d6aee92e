using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Evaluation mode of a network that never saw a batch: mean 0 and variance 1, so x / √(1 + ε) · scale +
/// shift. No sample touches another.
/// </summary>
internal sealed class InitialStatistics : INormalisation
{
    /// <inheritdoc/>
    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters)
    {
        using var scope = torch.NewDisposeScope();
        var normal = Normal(step, input);
        var scaled = parameters.Scale is { } scale ? normal.mul(scale.reshape(1, -1, 1, 1)) : normal;
        return (
            parameters.Shift is { } shift ? scaled.add(shift.reshape(1, -1, 1, 1), Scalars.Of(1)) : scaled
        ).MoveToOuterDisposeScope();
    }

    /// <summary>x / √(1 + ε), what the scale multiplies.</summary>
    internal static Tensor Normal(GroupedStep step, Tensor input) =>
        input.mul(Scalars.Of(1 / Math.Sqrt(1 + step.Norm.Epsilon)));
}
