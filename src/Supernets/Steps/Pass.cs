using ZcBench.Supernets.Network;
using static TorchSharp.torch.nn;

namespace ZcBench.Supernets.Steps;

/// <summary>Passes of a weight-sharing network over a minibatch.</summary>
internal static class Pass
{
    /// <summary>Mean cross-entropy, a tensor of the graph.</summary>
    public static Tensor Loss(
        Supernet net,
        SupernetWeights weights,
        Mixing mixing,
        Batch batch,
        BatchNormMode mode
    )
    {
        using var logits = net.Forward(batch.Images, weights, mixing, mode);
        return functional.cross_entropy(logits, batch.Labels);
    }

    /// <summary>Accuracy in percent; nothing is differentiated.</summary>
    public static double AccuracyPercent(
        Supernet net,
        SupernetWeights weights,
        Mixing mixing,
        Batch batch,
        BatchNormMode mode
    )
    {
        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        var logits = net.Forward(batch.Images, weights, mixing, mode);
        var right = logits.argmax(1).eq(batch.Labels).sum().item<long>();
        return 100.0 * right / batch.Labels.shape[0];
    }

    /// <summary>
    /// Gradients of a loss with respect to trained weights, in order; null for those that no live operation
    /// uses.
    /// </summary>
    public static IReadOnlyList<Tensor?> Gradients(
        Supernet net,
        Tensor loss,
        SupernetWeights weights,
        LiveOperations live
    ) => Gradients(net, loss, [], weights.Trained.Names, weights, live);

    /// <summary>The same with respect to some tensors and some weights, one after another.</summary>
    /// <param name="net">The network.</param>
    /// <param name="loss">A loss of its pass.</param>
    /// <param name="first">Tensors that the loss depends on.</param>
    /// <param name="names">Names of trained weights.</param>
    /// <param name="weights">Of the pass.</param>
    /// <param name="live">Of the pass.</param>
    public static IReadOnlyList<Tensor?> Gradients(
        Supernet net,
        Tensor loss,
        IReadOnlyList<Tensor> first,
        IReadOnlyList<string> names,
        SupernetWeights weights,
        LiveOperations live
    )
    {
        var used = net.UsedWeights(live);
        IList<Tensor> asked = [.. first, .. names.Where(used.Contains).Select(name => weights.Trained[name])];
        var found = new Queue<Tensor>(asked.Count == 0 ? [] : torch.autograd.grad([loss], asked));
        return
        [
            .. first.Select(_ => found.Dequeue()),
            .. names.Select(name => used.Contains(name) ? found.Dequeue() : null),
        ];
    }
}
