using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How strongly the loss depends on each channel, summed over channels.
/// </summary>
internal sealed class Fisher : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "fisher",
            Title = "Fisher information of channels",
            Formula = "Σ_layers |W_c| Σ_c ½ mean_n (Σ_pixels a_nc ∂L/∂a_nc)²",
            Paper = Papers.Fisher,
            Reference = "SamsungLabs/zero-cost-nas, fisher",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "outputs of convolutions and classifier",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared)",
            Notes =
                "a is the output of a convolution or of the classifier. As in the reference, "
                + "each channel counts once for every weight that feeds it, |W_c| = C_in k².",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [LossGradients.OfOutputs];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var layers = evidence.Get(LossGradients.OfOutputs).Layers;
        return Scores.Score.Of(Numbers.Of(layers.Select(Channels)).Sum());
    }

    private static Tensor Channels(LayerGradient layer)
    {
        var product = layer.Tap.Output.detach().mul(layer.Output!);
        var summed = product.ndim == 4 ? product.sum([2, 3]) : product;
        var weightsOfChannel = layer.Tap.Weight.numel() / layer.Tap.Weight.shape[0];
        return summed.pow(Scalars.Of(2)).mean([0]).sum().mul(Scalars.Of(0.5 * weightsOfChannel));
    }
}
