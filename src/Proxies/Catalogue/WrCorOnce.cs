using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>WRCor in the form of its paper: each ReLU counts once.</summary>
internal sealed class WrCorOnce : IProxy
{
    private readonly WrCor _weighted = new();

    /// <inheritdoc/>
    public ProxyInfo Info =>
        _weighted.Info with
        {
            Id = "wrcor_once",
            Title = "weighted response correlation, each ReLU once",
            Formula = "log |det K|, K = Σ_i 2ⁱ Σ_{ReLUs of cell i} (|corr x| + |corr ∂L/∂x|)",
            Reference = "own variant of wrcor in the form of its paper, checked against a second program",
            Notes =
                "As the paper writes wrcor: each ReLU once, before the activation, and no module around it. "
                + "On NAS-Bench-201 it is 8 to 10 below wrcor where a cell has convolutions, "
                + "and 0.6 elsewhere.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => _weighted.Needs;

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => WrCor.Of(evidence, correlations => correlations.Once);
}
