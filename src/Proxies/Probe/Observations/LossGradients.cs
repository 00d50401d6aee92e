using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Gradients of the mean cross-entropy.</summary>
public static class LossGradients
{
    /// <summary>Gradients of all networks' losses, layer by layer.</summary>
    internal static Need<LayerGradients> OfLayers { get; } =
        new(
            "loss_gradients",
            "backward pass of the mean cross-entropy to the weights",
            [ForwardPass.Need, Layers.Need],
            First
        )
        {
            Differentiates = true,
            Passes = 2,
            Holds = 0.2,
        };

    /// <summary>Gradients of the mean loss with respect to the weights.</summary>
    public static Need<Gradients> OfWeights { get; } =
        new("weight_gradients", "the gradients of each layer's weight", [OfLayers], ByMember);

    /// <summary>The same, with gradients of the layers' outputs too.</summary>
    public static Need<Gradients> OfOutputs { get; } =
        new(
            "output_gradients",
            "the same backward pass, stopping at layer outputs too",
            [OfWeights],
            session => session.Get(OfWeights)
        )
        {
            Differentiates = true,
            DifferentiatesOutputs = true,
            Keeps = 0.5,
        };

    /// <summary>Gradients of the loss on two minibatches.</summary>
    public static Need<GradientPairs> Pairs { get; } =
        new("second_gradients", "forward and backward pass of a second minibatch", [OfLayers], Second)
        {
            Differentiates = true,
            Passes = 3,
            Holds = 0.8,
        };

    private static IReadOnlyList<LayerGradients> First(Session session)
    {
        var pass = session.Get(ForwardPass.Need)[0];
        var layers = session.Get(Layers.Need)[0];
        var loss = SumOfMeans(pass.Logits, session.Labels(), session.Blueprints.Count);
        IEnumerable<Tensor> outputs = session.Shared.DifferentiatesOutputs ? layers.Outputs : [];
        Tensor[] own = [.. layers.Weights, .. outputs];
        var readers = session.AllWatchers.OfType<IGradientReader>().ToList();
        var found = Gradients.Of(loss, own.Concat(readers.SelectMany(reader => reader.Targets)));
        var read = new Dictionary<IGradientReader, Tensor[]>();
        var next = own.Length;
        foreach (var reader in readers)
        {
            read[reader] = [.. found.Skip(next).Take(reader.Targets.Count)];
            next += reader.Targets.Count;
        }

        return session.ForAll(new LayerGradients(layers, [.. found.Take(own.Length)]) { Read = read });
    }

    private static IReadOnlyList<Gradients> ByMember(Session session)
    {
        var (layers, found) = session.Get(OfLayers)[0];
        var outputs = session.Shared.DifferentiatesOutputs;
        return
        [
            .. layers
                .ByMember(
                    (layer, index, position) =>
                        new LayerGradient(
                            layer.Tap(position),
                            layer.Step.WeightPart(found[index], position),
                            outputs ? layer.Step.Part(found[layers.All.Count + index], position) : null
                        )
                )
                .Select(parts => new Gradients(parts)),
        ];
    }

    // By layer, in the order of the first one.
    private static IReadOnlyList<GradientPairs> Second(Session session)
    {
        var (layers, first) = session.Get(OfLayers)[0];
        var second = OfSecondImages(session, layers);
        return
        [
            .. layers
                .ByMember(
                    (layer, index, position) =>
                        (
                            layer.Step.WeightPart(first[index], position),
                            layer.Step.WeightPart(second[index], position)
                        )
                )
                .Select(pairs => new GradientPairs(pairs)),
        ];
    }

    // A pass of its own through the same networks.
    private static IReadOnlyList<Tensor> OfSecondImages(Session session, Layers layers)
    {
        using var scope = torch.NewDisposeScope();
        var network = session.Network;
        var needed = network.Schedule.Needed(StepSelection.Logits);
        var logits = network.Forward(network.Inputs(session.SecondImages), needed, Unobserved.Instance)!;
        var loss = SumOfMeans(logits, session.Labels(second: true), session.Blueprints.Count);
        return [.. Gradients.Of(loss, layers.Weights).Select(gradient => gradient.MoveToOuterDisposeScope())];
    }

    // No weight of one network touches another's loss, so the gradient of the sum of the losses is that of
    // each.
    private static Tensor SumOfMeans(Tensor logits, Tensor labels, int members)
    {
        if (members == 1)
        {
            return torch.nn.functional.cross_entropy(logits, labels);
        }

        using var scope = torch.NewDisposeScope();
        var rows = logits.reshape(logits.shape[0] * members, -1);
        return torch
            .nn.functional.cross_entropy(rows, labels.repeat_interleave(members))
            .mul(Scalars.Of(members))
            .MoveToOuterDisposeScope();
    }
}
