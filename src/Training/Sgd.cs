using ZcBench.Proxies.Engine;

namespace ZcBench.Training;

/// <summary>
/// Stochastic gradient descent with momentum: g ← c·∂L/∂w + λw, m ← µm + g (at first m = g), w ← w − η·m, or
/// w − η(g + µm) by Nesterov. c = min(1, clip/(‖∂L/∂w‖ + 10⁻⁶)) over all weights together.
/// </summary>
/// <param name="Momentum">µ.</param>
/// <param name="IsNesterov">Whether the step looks ahead.</param>
/// <param name="WeightDecay">λ, on every weight.</param>
/// <param name="Clip">The largest norm that a gradient keeps; null for any.</param>
internal sealed record Sgd(double Momentum, bool IsNesterov, double WeightDecay, double? Clip)
{
    /// <summary>One step. What has no gradient stays as it is.</summary>
    /// <param name="weights">Changed in place.</param>
    /// <param name="gradients">One for each weight in order; null where there is none.</param>
    /// <param name="momenta">m by the weight's name; filled as needed.</param>
    /// <param name="rate">η.</param>
    /// <returns>The norm of the gradient after clipping.</returns>
    public double Step(
        NamedTensors weights,
        IReadOnlyList<Tensor?> gradients,
        NamedTensors momenta,
        double rate
    )
    {
        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        var norm = Norm(gradients);
        var scale = Clip is { } most ? Math.Min(1, most / (norm + 1e-6)) : 1;
        foreach (var (name, gradient) in weights.Names.Zip(gradients))
        {
            if (gradient is null)
            {
                continue;
            }

            var weight = weights[name];
            var step = gradient.mul(Scalars.Of(scale)).add_(weight, Scalars.Of(WeightDecay));
            if (momenta.Find(name) is { } momentum)
            {
                momentum.mul_(Scalars.Of(Momentum)).add_(step, Scalars.Of(1));
            }
            else
            {
                momenta.Set(name, step.clone());
            }

            weight.add_(
                IsNesterov ? step.add_(momenta[name], Scalars.Of(Momentum)) : momenta[name],
                Scalars.Of(-rate)
            );
        }

        return norm * scale;
    }

    /// <summary>The norm of some gradients together, √(Σ g²).</summary>
    public static double Norm(IEnumerable<Tensor?> gradients)
    {
        using var scope = torch.NewDisposeScope();
        var squares = gradients
            .OfType<Tensor>()
            .Select(gradient => gradient.pow(Scalars.Of(2)).sum())
            .ToList();
        return squares.Count == 0 ? 0 : torch.stack(squares).sum().sqrt().to(torch.float64).item<double>();
    }
}
