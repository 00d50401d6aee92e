using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Gradients of the mean cross-entropy.</summary>
internal static class LossGradients
{
    /// <summary>
    /// On the first minibatch, from the shared forward pass; with output gradients when they are wanted.
    /// </summary>
    public static Gradients First(Session session)
    {
        var trace = session.Get(Needs.Forward);
        var taps = trace.Taps;
        var loss = torch.nn.functional.cross_entropy(trace.Logits, session.Labels());
        var outputs = session.Wants(Needs.OutputGradients);
        var found = Gradients.Of(
            loss,
            [.. taps.Select(tap => tap.Weight), .. outputs ? taps.Select(tap => tap.Output) : []]
        );
        return new([
            .. taps.Select(
                (tap, i) => new LayerGradient(tap, found[i], outputs ? found[taps.Count + i] : null)
            ),
        ]);
    }

    /// <summary>
    /// On the second minibatch: a pass of its own. By layer, in the order of <see cref="First"/>.
    /// </summary>
    public static GradientPairs Second(Session session)
    {
        var first = session.Get(Needs.LossGradients);
        using var scope = torch.NewDisposeScope();
        var needed = session.Blueprint.NeededForLogits();
        var logits = session.Network.Forward(session.SecondInput, needed, Unobserved.Instance)!;
        var loss = torch.nn.functional.cross_entropy(logits, session.Labels(second: true));
        var second = Gradients.Of(loss, [.. first.Layers.Select(layer => layer.Tap.Weight)]);
        return new([
            .. first.Layers.Select((layer, i) => (layer.Weight, second[i].MoveToOuterDisposeScope())),
        ]);
    }
}

/// <summary>The gradients of each layer's weight on two minibatches.</summary>
/// <param name="Layers">One pair a layer.</param>
public sealed record GradientPairs(IReadOnlyList<(Tensor First, Tensor Second)> Layers);
