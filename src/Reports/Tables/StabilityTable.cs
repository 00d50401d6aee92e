using System.Globalization;
using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>How aggregates answer to the set they are made over.</summary>
internal sealed class StabilityTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 100;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        analysis.Stability.Count == 0
            ? []
            :
            [
                new(
                    "stability",
                    "Aggregates recomputed without a random part of the set, "
                        + $"{Captions.About(analysis)} Kendall's τ-b between the new "
                        + "and the old order of the architectures kept, "
                        + $"{analysis.Stability[0].Draws} draws, seed {analysis.Bootstrap.Seed}.",
                    [new("aggregate", IsNumber: false), new("left out"), new("mean τ-b"), new("least τ-b")],
                    [
                        .. analysis.Stability.Select(item =>
                            (IReadOnlyList<string>)
                                [
                                    item.Aggregate,
                                    item.LeftOut.ToString("P0", CultureInfo.InvariantCulture),
                                    NumberText.Number(item.MeanTau),
                                    NumberText.Number(item.LeastTau),
                                ]
                        ),
                    ]
                ),
            ];
}
