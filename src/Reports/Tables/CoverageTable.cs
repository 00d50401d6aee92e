using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>
/// What could be scored, what failures do to the correlations, and how coarse the scores are.
/// </summary>
internal sealed class CoverageTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        [
            new(
                "coverage",
                $"Coverage and ties, {Captions.About(analysis)} Dropped: without the architectures "
                    + "that have no score. Worst: with them, tied below all others.",
                [
                    new("proxy", IsNumber: false),
                    new("asked"),
                    new("finite"),
                    new("ρ dropped"),
                    new("ρ worst"),
                    new("τ-b dropped"),
                    new("τ-b worst"),
                    new("weighted τ"),
                    new("distinct"),
                    new("tied pairs"),
                    new("undefined because", IsNumber: false),
                ],
                [.. analysis.Populations[0].Proxies.Select(proxy => Row(proxy))]
            ),
        ];

    private static IReadOnlyList<string> Row(ProxyReport proxy)
    {
        var coverage = proxy.Coverage;
        return
        [
            proxy.Id,
            NumberText.Count(coverage.Asked),
            NumberText.Count(coverage.Defined),
            NumberText.Number(coverage.RhoDropped),
            NumberText.Number(coverage.RhoWorst),
            NumberText.Number(coverage.TauDropped),
            NumberText.Number(coverage.TauWorst),
            NumberText.Number(proxy.Values[new WeightedTau().Info.Id]),
            NumberText.Number(proxy.Values[new DistinctScores().Info.Id], "0"),
            NumberText.Number(proxy.Values[new TiedPairs().Info.Id]),
            string.Join("; ", coverage.Undefined.Select(reason => $"{reason.Key} ({reason.Value})")),
        ];
    }
}
