using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>SWAP on masked activations and layer normalisation.</summary>
internal sealed class SwapNcd : IProxy
{
    private readonly NwotNcd _nwot = new();

    /// <inheritdoc/>
    public ProxyInfo Info =>
        _nwot.Info with
        {
            Id = "swap_ncd",
            Title = "sample-wise activation patterns with masked inputs and rescaling (NCD)",
            Formula = "swap; convolutions read x · 1[u < 0.05], norms are (x − μ_n) / √(σ_n² + 10⁻⁵)",
            Layers = "inputs of the ReLUs",
            Cost = "one forward pass (shared with nwot_ncd)",
            Notes =
                "As nwot_ncd, with the number of distinct patterns of units. Saturates as swap does. "
                + "At most 128 samples.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => _nwot.Needs;

    /// <inheritdoc/>
    public Score Score(Evidence evidence) =>
        DeadNetwork.ReasonOf(evidence.Get(Structure.Need)) is { } reason
            ? Scores.Score.Undefined(reason)
            : Swap.Of(evidence.Get(MaskedCodes.Need).Patterns);
}
