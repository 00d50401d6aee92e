using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// WOT as NAS-Bench-Suite-Zero computes it: the same log-determinant over every ReLU that is executed,
/// whether or not it can reach the output.
/// </summary>
internal sealed class Nwot : IProxy
{
    private readonly Wot _wot = new();

    /// <inheritdoc/>
    public ProxyInfo Info =>
        _wot.Info with
        {
            Id = "nwot",
            Title = "WOT over all executed ReLUs",
            Reference = "automl/NASLib, nwot",
            Notes =
                "Equal to wot on every network in which each ReLU passes a gradient; "
                + "that is so on the official NAS-Bench-201 network, where even an edge 'none' does.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => _wot.Needs;

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => _wot.Score(evidence);
}
