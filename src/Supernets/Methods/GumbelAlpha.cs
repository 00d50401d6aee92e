using ZcBench.Proxies.Engine;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// θ = softmax((α + g)/τ) with g drawn from Gumbel's distribution at each step and τ falling from 1 to 0.1,
/// as SNAS has it.
/// </summary>
internal sealed class GumbelAlpha : IAlphaRule
{
    private const double Mean = 1;
    private const double Deviation = 0.01;

    public int PassesOfStep => 2;

    public Tensor Logits(SupernetTask task, string name) => task.Logits($"{name}/alpha", Mean, Deviation);

    public Mixing Mix(SupernetTask task, SubSupernet sub, string stream, double progress) =>
        Sampled(task, sub.Architecture[AlphaStep.Alpha].detach(), sub.Live, stream, progress);

    public Tensor Gradient(
        SupernetTask task,
        SubSupernet sub,
        Batch training,
        Batch validation,
        double rate,
        string stream,
        double progress
    )
    {
        using var scope = torch.NewDisposeScope();
        var alpha = sub.Architecture[AlphaStep.Alpha];
        var mixing = Sampled(task, alpha, sub.Live, stream, progress);
        var loss = Pass.Loss(task.Net, sub.Weights, mixing, validation, BatchNormMode.Batch);
        return torch.autograd.grad([loss], [alpha])[0].MoveToOuterDisposeScope();
    }

    private static Mixing Sampled(
        SupernetTask task,
        Tensor alpha,
        LiveOperations live,
        string name,
        double progress
    )
    {
        using var scope = torch.NewDisposeScope();
        var stream = task.Stream($"{name}");
        var noise = Enumerable
            .Range(0, live.Edges * live.Operations)
            .Select(i => (float)-Math.Log(-Math.Log(1 - stream.Uniform(i))))
            .ToArray();
        var logits = alpha.add(task.Net.Placement.Tensor(noise, live.Edges, live.Operations), Scalars.Of(1));
        var mixing = Mixing.Softmax(logits.div(Scalars.Of(1 - 0.9 * progress)), live);
        return mixing with { Weights = mixing.Weights.MoveToOuterDisposeScope() };
    }
}
