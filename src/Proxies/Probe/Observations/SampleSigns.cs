using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How far the gradient signs of single samples agree.</summary>
/// <param name="Agreement">
/// Σ_i |Σ_n sign(∂ℓ_n/∂w_i)| over all weights of convolutions and classifier; null where there is none.
/// </param>
/// <param name="Reason">
/// Why there is none: a sample alone cannot be normalised, or its logits do not depend on it.
/// </param>
public sealed record SampleSigns(double? Agreement, string Reason = "")
{
    /// <summary>Agreement of single samples' gradient signs.</summary>
    public static Need<SampleSigns> Need { get; } =
        new(
            "sample_signs",
            "forward and backward pass with each sample normalised alone, products a sample",
            [],
            Run
        )
        {
            Selects = StepSelection.Logits,
            Differentiates = true,
            Passes = 3,
            Holds = 1.5,
        };

    // The reference runs each sample as a batch of one in training mode, which normalises over that sample's
    // own pixels. So one pass with per-sample statistics stands for N, and each sample's weight gradient is
    // a product of its own activations.
    private static IReadOnlyList<SampleSigns> Run(Session session)
    {
        string?[] reasons = [.. session.Blueprints.Select(NormRule.OfImageLogits)];
        if (Array.TrueForAll(reasons, reason => reason is not null))
        {
            return [.. reasons.Select(reason => new SampleSigns(null, reason!))];
        }

        using var scope = torch.NewDisposeScope();
        var network = session.Network;
        var layers = new Layers(network);
        var needed = network.Schedule.Needed(StepSelection.Logits);
        var logits = network.Forward(network.Inputs(session.Images), needed, layers, new SampleStatistics())!;
        var members = session.Blueprints.Count;
        var losses = torch.nn.functional.cross_entropy(
            logits.reshape(session.Samples * members, -1),
            session.Labels().repeat_interleave(members),
            reduction: torch.nn.Reduction.Sum
        );
        var outputs = Gradients.Of(losses, layers.Outputs);
        using var gradients = torch.no_grad();
        var sums = layers.ByMember((layer, index, position) => Agreements(layer, outputs[index], position));
        return
        [
            .. sums.Zip(
                reasons,
                (parts, reason) =>
                    reason is null ? new SampleSigns(Numbers.Of(parts).Sum()) : new(null, reason)
            ),
        ];
    }

    private static Tensor Agreements(Layer layer, Tensor outputGradient, int position)
    {
        using var scope = torch.NewDisposeScope();
        return SampleKernel
            .LayerRows(layer.Tap(position), layer.Step.Part(outputGradient, position))
            .sign()
            .sum(0L)
            .abs()
            .sum(torch.float64)
            .MoveToOuterDisposeScope();
    }
}
