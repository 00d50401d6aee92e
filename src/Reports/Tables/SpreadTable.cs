using System.Globalization;
using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>What the seeds of weights and minibatch do to each proxy.</summary>
internal sealed class SpreadTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        analysis.Spread.Count == 0
            ? []
            :
            [
                new(
                    "spread",
                    $"Spread over seeds, {Captions.About(analysis)} Pairs of {analysis.Runs} runs "
                        + "that differ in the seed of the weights, the minibatch, or both. "
                        + "Deviation: √(mean squared difference / 2). "
                        + "Self ρ: mean Spearman's ρ between a proxy's scores in the two runs.",
                    [
                        new("proxy", IsNumber: false),
                        new("differs", IsNumber: false),
                        new("runs"),
                        new("deviation of ρ", Best: Best.Lowest),
                        new("deviation of τ-b", Best: Best.Lowest),
                        new("self ρ", Best: Best.Highest),
                    ],
                    [
                        .. analysis.Spread.Select(item =>
                            (IReadOnlyList<string>)
                                [
                                    item.Proxy,
                                    item.Varied,
                                    item.Runs.ToString(CultureInfo.InvariantCulture),
                                    NumberText.Number(item.RhoDeviation),
                                    NumberText.Number(item.TauDeviation),
                                    NumberText.Number(item.SelfRho),
                                ]
                        ),
                    ]
                ),
            ];
}
