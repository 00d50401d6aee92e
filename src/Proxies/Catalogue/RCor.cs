using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>WRCor with every cell counted once.</summary>
internal sealed class RCor : IProxy
{
    private readonly WrCor _weighted = new();

    /// <inheritdoc/>
    public ProxyInfo Info =>
        _weighted.Info with
        {
            Id = "rcor",
            Title = "response correlation (RCor)",
            Formula = "log |det K|, K = Σ_ReLUs (2 |corr x| + |corr ∂L/∂x| + |corr ∂L/∂h|)",
            Reference = "kunjing96/ZSNAS-WRCor, act_grad_cor",
            Notes = "As wrcor, with every cell counted once.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => _weighted.Needs;

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => WrCor.Of(evidence, correlations => correlations.Even);
}
