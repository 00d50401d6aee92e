using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>How far the gradient signs of single samples agree.</summary>
/// <param name="Agreement">Σ_i |Σ_n sign(∂ℓ_n/∂w_i)| over all weights of convolutions and classifier.</param>
public sealed record SampleSigns(double Agreement)
{
    /// <summary>
    /// The reference runs each sample as a batch of one in training mode, which normalises over that sample's
    /// own pixels. So one pass with per-sample statistics stands for N, and each sample's weight gradient is
    /// a product of its own activations.
    /// </summary>
    internal static SampleSigns Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var layers = new LayerCollector(session.Network, keepNorms: false);
        var needed = session.Blueprint.NeededForLogits();
        var logits = session.Network.Forward(session.Input, needed, layers, new SampleStatistics())!;
        var losses = torch.nn.functional.cross_entropy(
            logits,
            session.Labels(),
            reduction: torch.nn.Reduction.Sum
        );
        var outputs = Gradients.Of(losses, [.. layers.Taps.Select(tap => tap.Output)]);
        using var gradients = torch.no_grad();
        var sums = new List<Tensor>();
        foreach (var (tap, gradient) in layers.Taps.Zip(outputs))
        {
            using var layer = torch.NewDisposeScope();
            sums.Add(
                SampleKernel
                    .LayerRows(tap, gradient)
                    .sign()
                    .sum(0L)
                    .abs()
                    .sum(torch.float64)
                    .MoveToOuterDisposeScope()
            );
        }

        return new(Numbers.Of(sums).Sum());
    }
}
