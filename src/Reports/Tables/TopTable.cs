using ZcBench.Benchmarks;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>What a search would find: the top of each ranking beside random choice and counting.</summary>
internal sealed class TopTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var everything = analysis.Populations[0];
        var metric = analysis.Run.Manifest.Target.Measure;
        IStatistic[] statistics =
        [
            .. new IStatistic[]
            {
                new PrecisionAtK(),
                new BestAccuracy(),
                new Regret(),
                new BestAccuracyAtK(),
                new RegretAtK(),
                new NdcgAtP(),
                new TopDecileSpearman(),
            }.Select(item => item is IScaled scaled ? scaled.For(everything.Population.Rows.Count) : item),
        ];
        var rows = everything
            .Proxies.Select(proxy => Row(proxy.Id, proxy.Values))
            .Append(Row("(random choice)", everything.Random));
        return
        [
            new(
                "top",
                $"The top of each ranking by score, {Captions.About(analysis)} {Unit(metric)}The gain "
                    + "of nDCG is 2^accuracy − 1. Random choice: exact expectation over all orders.",
                [
                    new("proxy", IsNumber: false),
                    .. statistics.Select(item => new ReportColumn(
                        item.Info.Title,
                        Best: item is Regret or RegretAtK ? Best.Lowest : Best.Highest
                    )),
                ],
                [.. rows]
            ),
        ];

        IReadOnlyList<string> Row(string name, IReadOnlyDictionary<string, Estimate> values) =>
            [
                name,
                .. statistics.Select(item =>
                    NumberText.Number(
                        values[item.Info.Id],
                        item.Info.Bounds == Bounds.Percent ? metric.Format : "0.000"
                    )
                ),
            ];
    }

    private static string Unit(TaskMetric metric) =>
        metric.IsPercent
            ? "Accuracies and regrets in percent. "
            : $"Accuracies and regrets are of {metric.Title}. ";
}
