using ZcBench.Supernets.Network;
using ZcBench.Training;

namespace ZcBench.Supernets.Steps;

/// <summary>One step of the weights at a given θ.</summary>
/// <param name="Loss">Mean cross-entropy before the step.</param>
/// <param name="GradientNorm">Of all weights together, after clipping.</param>
internal readonly record struct WeightStep(double Loss, double GradientNorm)
{
    /// <summary>A forward and a backward pass in training mode, and the step.</summary>
    public static WeightStep Take(
        Supernet net,
        SubSupernet sub,
        Mixing mixing,
        Batch batch,
        Sgd optimiser,
        double rate
    )
    {
        using var scope = torch.NewDisposeScope();
        var fixedShares = mixing with { Weights = mixing.Weights.detach() };
        var loss = Pass.Loss(net, sub.Weights, fixedShares, batch, BatchNormMode.Training);
        var gradients = Pass.Gradients(net, loss, sub.Weights, mixing.Live);
        var norm = optimiser.Step(sub.Weights.Trained, gradients, sub.Momenta, rate);
        return new(loss.to(torch.float64).item<double>(), norm);
    }
}
