using ZcBench.Proxies.Engine;

namespace ZcBench.Training;

/// <summary>
/// Adam (Kingma and Ba, ICLR 2015) with weight decay added to the gradient: g ← ∂L/∂w + λw, m ← β₁m + (1 −
/// β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
/// </summary>
/// <param name="Rate">η.</param>
/// <param name="First">β₁.</param>
/// <param name="Second">β₂.</param>
/// <param name="WeightDecay">λ.</param>
internal sealed record Adam(double Rate, double First, double Second, double WeightDecay)
{
    private const double Epsilon = 1e-8;

    /// <summary>One step.</summary>
    /// <param name="weights">Changed in place.</param>
    /// <param name="gradients">One for each weight in order.</param>
    /// <param name="moments">m, v and t of each weight; filled as needed.</param>
    public void Step(NamedTensors weights, IReadOnlyList<Tensor> gradients, NamedTensors moments)
    {
        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        foreach (var (name, gradient) in weights.Names.Zip(gradients))
        {
            var weight = weights[name];
            if (moments.Find($"{name}.steps") is null)
            {
                moments.Set($"{name}.steps", torch.zeros([1], dtype: torch.float64));
                moments.Set($"{name}.mean", torch.zeros_like(weight));
                moments.Set($"{name}.square", torch.zeros_like(weight));
            }

            var steps = moments[$"{name}.steps"].add_(Scalars.Of(1), Scalars.Of(1)).item<double>();
            var decayed = gradient.add(weight, Scalars.Of(WeightDecay));
            var mean = moments[$"{name}.mean"].mul_(Scalars.Of(First)).add_(decayed, Scalars.Of(1 - First));
            var square = moments[$"{name}.square"]
                .mul_(Scalars.Of(Second))
                .addcmul_(decayed, decayed, Scalars.Of(1 - Second));
            var root = square
                .sqrt()
                .div_(Scalars.Of(Math.Sqrt(1 - Math.Pow(Second, steps))))
                .add_(Scalars.Of(Epsilon), Scalars.Of(1));
            weight.addcdiv_(mean, root, Scalars.Of(-Rate / (1 - Math.Pow(First, steps))));
        }
    }
}
