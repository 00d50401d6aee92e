using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>Everything about one proxy on one population.</summary>
/// <param name="Column">The proxy and its scores there.</param>
/// <param name="Rho">Spearman's ρ, undefined scores ranked worst.</param>
/// <param name="Tau">Kendall's τ-b, undefined scores ranked worst.</param>
/// <param name="Gain">What it adds to counting; null where no baseline was scored.</param>
/// <param name="Coverage">What could be scored.</param>
/// <param name="Values">Every statistic of the catalogue by id, those of size included.</param>
/// <param name="Profile">ρ by number of convolutions; empty where the space does not tell.</param>
public sealed record ProxyReport(
    ScoreColumn Column,
    Interval Rho,
    Interval Tau,
    Gain? Gain,
    Coverage Coverage,
    IReadOnlyDictionary<string, Estimate> Values,
    IReadOnlyList<ConvolutionGroup> Profile
)
{
    /// <summary>Id of the proxy.</summary>
    public string Id => Column.Proxy.Id;
}
