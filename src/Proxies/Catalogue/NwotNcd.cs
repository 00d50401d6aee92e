using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>WOT on masked activations and layer normalisation.</summary>
internal sealed class NwotNcd : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "nwot_ncd",
            Title = "WOT with masked inputs and rescaling (NCD)",
            Formula =
                "log |det K| of nwot; convolutions read x · 1[u < 0.05], "
                + "norms are (x − μ_n) / √(σ_n² + 10⁻⁵)",
            Paper = Papers.Ncd,
            Reference = "none published; definition ours, checked against a second program",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "layer normalisation in its place: each sample over channels and pixels",
            Layers = "inputs of the ReLUs, the published ReLUConvBN twice",
            LabelBudget = LabelBudget.TunedOnAccuracies,
            Version = 1,
            Cost = "one forward pass (shared with swap_ncd)",
            Notes =
                "The paper masks activations (α = 0.95, chosen per benchmark) and rescales them, "
                + "but does not say where; this is our reading. "
                + "The input of every convolution but the stem's is masked, "
                + "after the ReLU where one is before it, "
                + "without rescaling; the masks depend on the seed and the convolution's name. "
                + "Every batch norm becomes a layer normalisation without scale and shift. "
                + "A masked patch of zeros gives exactly 0, whose code is 0. "
                + "On NAS-Bench-201 the score differs from nwot by less than 1 %, in both directions. "
                + "Undefined where nwot is, and when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [MaskedCodes.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason
            ? Scores.Score.Undefined(reason)
            : Wot.Of(evidence.Get(MaskedCodes.Need).Agreement);
}
