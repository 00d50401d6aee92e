using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Networks;

/// <summary>Functions of single numbers.</summary>
internal static class Elementwise
{
    /// <summary>min(max(x, slope · x), ceiling).</summary>
    public static Tensor Rectify(Tensor input, Relu relu)
    {
        if (relu.IsPlain)
        {
            return functional.relu(input);
        }

        using var scope = torch.NewDisposeScope();
        var value = relu.Slope == 0 ? functional.relu(input) : input.leaky_relu(Scalars.Of(relu.Slope));
        var capped = double.IsPositiveInfinity(relu.Ceiling)
            ? value
            : value.clamp(max: Scalars.Of(relu.Ceiling));
        return capped.MoveToOuterDisposeScope();
    }

    /// <summary>The function of an activation, twice differentiable where it has derivatives.</summary>
    public static Tensor Of(Tensor input, Activation activation)
    {
        using var scope = torch.NewDisposeScope();
        var (alpha, beta) = (activation.Alpha, activation.Beta);
        var value = activation.Kind switch
        {
            ActivationKind.Clip => input.clamp(Scalars.Of(alpha), Scalars.Of(beta)),
            ActivationKind.Sigmoid => input.sigmoid(),
            ActivationKind.HardSigmoid => Line(alpha, beta).clamp(Scalars.Of(0), Scalars.Of(1)),
            ActivationKind.HardSwish => input.mul(Line(1.0 / 6, 0.5).clamp(Scalars.Of(0), Scalars.Of(1))),
            ActivationKind.Swish => input.mul(input.mul(Scalars.Of(alpha)).sigmoid()),
            ActivationKind.Tanh => input.tanh(),
            ActivationKind.Erf => input.erf(),
            ActivationKind.Gelu => Gate(input.mul(Scalars.Of(Math.Sqrt(0.5))).erf()),
            ActivationKind.GeluTanh => Gate(
                input
                    .pow(Scalars.Of(3))
                    .mul(Scalars.Of(0.044715))
                    .add(input, Scalars.Of(1))
                    .mul(Scalars.Of(Math.Sqrt(2 / Math.PI)))
                    .tanh()
            ),
            ActivationKind.Elu => input.elu(Scalars.Of(alpha), Scalars.Of(1), Scalars.Of(1)),
            ActivationKind.Softplus => functional.logsigmoid(input.neg()).neg(),
            ActivationKind.Power => input.pow(Scalars.Of(alpha)),
            _ => throw new InvalidOperationException($"activation {activation.Kind} is not computed"),
        };
        return value.MoveToOuterDisposeScope();

        Tensor Line(double factor, double offset) =>
            input.mul(Scalars.Of(factor)).add(Scalars.Of(offset), Scalars.Of(1));

        // x (1 + t) / 2.
        Tensor Gate(Tensor part) => input.mul(part.add(Scalars.Of(1), Scalars.Of(1)).mul(Scalars.Of(0.5)));
    }

    /// <summary>factor · x + offset.</summary>
    public static Tensor Scale(Tensor input, Rescale rescale)
    {
        using var scope = torch.NewDisposeScope();
        var value = input.mul(Scalars.Of(rescale.Factor));
        return (
            rescale.Offset == 0 ? value : value.add(Scalars.Of(rescale.Offset), Scalars.Of(1))
        ).MoveToOuterDisposeScope();
    }

    /// <summary>[N, C, H, W] with each channel times its number; null for 1.</summary>
    public static Tensor Scale(Tensor input, Tensor? numbers)
    {
        using var factors = numbers?.reshape(1, -1, 1, 1);
        return factors is null ? input.view(input.shape) : input.mul(factors);
    }

    /// <summary>[N, C, H, W] with each channel plus its number; null for 0.</summary>
    public static Tensor Shift(Tensor input, Tensor? numbers)
    {
        using var terms = numbers?.reshape(1, -1, 1, 1);
        return terms is null ? input.view(input.shape) : input.add(terms, Scalars.Of(1));
    }
}
