using ZcBench.Proxies.Engine;
using ZcBench.Supernets.Network;
using ZcBench.Training;

namespace ZcBench.Supernets.Steps;

/// <summary>
/// The gradient of DARTS (Liu, Simonyan and Yang, ICLR 2019) with respect to the logits α, θ = softmax(α):
/// of the validation loss at the weights as they are (first order), or after one step of the weights on a
/// training batch, whose own dependence on α is approximated by a difference quotient (second order).
/// </summary>
internal static class AlphaStep
{
    /// <summary>Name of the logits among the architecture's parameters.</summary>
    public const string Alpha = "alpha";

    private const double Difference = 0.01;

    /// <summary>∂L_validation/∂α.</summary>
    public static Tensor FirstOrder(Supernet net, SubSupernet sub, Batch validation)
    {
        using var scope = torch.NewDisposeScope();
        return OfAlpha(net, sub, sub.Weights, validation).Alpha.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// a − η·h: with w′ = w − η(µm + ∂L_train/∂w + λw), a and v the gradients of L_validation(α, w′) by α and
    /// w′, R = 0.01/‖v‖, and h = (∂L_train/∂α at w + Rv, less that at w − Rv)/(2R).
    /// </summary>
    /// <param name="net">The network.</param>
    /// <param name="sub">Its state, which stays as it is.</param>
    /// <param name="training">The batch of the next weight step.</param>
    /// <param name="validation">The batch of the α step.</param>
    /// <param name="optimiser">Of the weights: µ and λ.</param>
    /// <param name="rate">η.</param>
    public static Tensor SecondOrder(
        Supernet net,
        SubSupernet sub,
        Batch training,
        Batch validation,
        Sgd optimiser,
        double rate
    )
    {
        using var scope = torch.NewDisposeScope();
        var mixing = Mixing.Softmax(sub.Architecture[Alpha].detach(), sub.Live);
        var loss = Pass.Loss(net, sub.Weights, mixing, training, BatchNormMode.Batch);
        var gradients = Pass.Gradients(net, loss, sub.Weights, sub.Live);
        using var ahead = Moved(sub, (name, weight, i) => Step(name, weight, gradients[i]));
        var (alpha, weights) = OfAlpha(net, sub, ahead, validation, ofWeights: true);
        var radius = Difference / Sgd.Norm(weights);
        using var above = Moved(sub, (_, weight, i) => Along(weight, weights[i], radius));
        using var below = Moved(sub, (_, weight, i) => Along(weight, weights[i], -radius));
        var up = OfAlpha(net, sub, above, training).Alpha;
        var down = OfAlpha(net, sub, below, training).Alpha;
        return alpha
            .sub(up.sub(down).div(Scalars.Of(2 * radius)).mul(Scalars.Of(rate)))
            .MoveToOuterDisposeScope();

        Tensor Step(string name, Tensor weight, Tensor? gradient)
        {
            var step = weight.mul(Scalars.Of(optimiser.WeightDecay));
            if (gradient is not null)
            {
                step.add_(gradient, Scalars.Of(1));
            }

            if (sub.Momenta.Find(name) is { } momentum)
            {
                step.add_(momentum, Scalars.Of(optimiser.Momentum));
            }

            return weight.sub(step.mul_(Scalars.Of(rate)));
        }
    }

    private static Tensor Along(Tensor weight, Tensor? direction, double radius) =>
        direction is null ? weight.clone() : weight.add(direction, Scalars.Of(radius));

    private static SupernetWeights Moved(SubSupernet sub, Func<string, Tensor, int, Tensor> move)
    {
        using var gradientsOff = torch.no_grad();
        var moved = new NamedTensors();
        foreach (var (i, name) in sub.Weights.Trained.Names.Index())
        {
            var weight = sub.Weights.Trained[name];
            moved.Set(name, move(name, weight, i).detach().requires_grad_(true));
        }

        return SupernetWeights.Of(moved, new());
    }

    private static (Tensor Alpha, IReadOnlyList<Tensor?> Weights) OfAlpha(
        Supernet net,
        SubSupernet sub,
        SupernetWeights weights,
        Batch batch,
        bool ofWeights = false
    )
    {
        var alpha = sub.Architecture[Alpha];
        var loss = Pass.Loss(net, weights, Mixing.Softmax(alpha, sub.Live), batch, BatchNormMode.Batch);
        var gradients = Pass.Gradients(
            net,
            loss,
            [alpha],
            ofWeights ? weights.Trained.Names : [],
            weights,
            sub.Live
        );
        return (gradients[0]!, [.. gradients.Skip(1)]);
    }
}
