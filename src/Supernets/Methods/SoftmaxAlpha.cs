using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>θ = softmax(α), as DARTS has it, by the gradient of first or of second order.</summary>
internal sealed class SoftmaxAlpha(bool isSecondOrder = false) : IAlphaRule
{
    // Second order: the loss ahead, its gradient, and two sides of a difference.
    public int PassesOfStep => isSecondOrder ? 5 : 2;

    public Tensor Logits(SupernetTask task, string name) => task.Logits($"{name}/alpha");

    public Mixing Mix(SupernetTask task, SubSupernet sub, string stream, double progress) =>
        Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);

    public Tensor Gradient(
        SupernetTask task,
        SubSupernet sub,
        Batch training,
        Batch validation,
        double rate,
        string stream,
        double progress
    ) =>
        isSecondOrder
            ? AlphaStep.SecondOrder(task.Net, sub, training, validation, WeightTraining.Optimiser, rate)
            : AlphaStep.FirstOrder(task.Net, sub, validation);
}
