using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>What each proxy adds to counting, and which proxies do not differ significantly.</summary>
public sealed class GainTable : IAnalysisTable
{
    private const double Significance = 0.05;

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
                    + "with Holm's correction over all proxies. "
                    + "Right: proxies whose τ-b does not differ significantly "
                    + "(p above 0.05 after Holm's correction over all pairs).",
                [
                    new("proxy", IsNumber: false),
                    new("labels"),
                    new("gain in ρ"),
                    interval,
                    new("gain in τ-b"),
                    interval,
                    new("p"),
                    new("not different from", IsNumber: false),
                ],
                [
                    .. everything.Proxies.Select(proxy =>
                        (IReadOnlyList<string>)
                            [
                                proxy.Id,
                                NumberText.Count((int)proxy.Column.Proxy.LabelBudget),
                                .. Gain(proxy),
                                string.Join(
                                    ", ",
                                    everything
                                        .Comparisons.Where(pair => pair.Holm.Value > Significance)
                                        .Select(pair =>
                                            pair.First == proxy.Id ? pair.Second
                                            : pair.Second == proxy.Id ? pair.First
                                            : null
                                        )
                                        .OfType<string>()
                                ),
                            ]
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
