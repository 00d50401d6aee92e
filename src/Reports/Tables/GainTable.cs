using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>What each proxy adds to counting.</summary>
internal sealed class GainTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var everything = analysis.Populations[0];
        var interval = NumberText.IntervalColumn(analysis.Bootstrap);
        return
        [
            new(
                "gain",
                $"Gain over {everything.Baseline ?? "counting (no count was scored)"}, "
                    + $"the best count of the graph, {Captions.About(analysis)} p: of the difference in τ-b, "
                    + "with Holm's correction over all proxies.",
                [
                    new("proxy", IsNumber: false),
                    new("labels"),
                    new("gain in ρ"),
                    interval,
                    new("gain in τ-b"),
                    interval,
                    new("p"),
                ],
                [
                    .. everything.Proxies.Select(proxy =>
                        (IReadOnlyList<string>)[proxy.Id, NumberText.Labels(proxy.Column), .. Gain(proxy)]
                    ),
                ]
            ),
        ];
    }

    private static string[] Gain(ProxyReport proxy) =>
        proxy.Gain is { } gain && gain.Baseline != proxy.Id
            ?
            [
                NumberText.Signed(gain.Rho.Difference.Point),
                NumberText.SignedSpan(gain.Rho.Difference),
                NumberText.Signed(gain.Tau.Difference.Point),
                NumberText.SignedSpan(gain.Tau.Difference),
                NumberText.P(gain.HolmTau),
            ]
            : [NumberText.None, NumberText.None, NumberText.None, NumberText.None, NumberText.None];
}
