using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>Kendall's τ-b between the proxies themselves.</summary>
internal sealed class RedundancyTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var redundancy = analysis.Redundancy;
        var aliases =
            redundancy.Aliases.Count == 0
                ? "No two proxies give the same order."
                : "Aliases (same order): "
                    + $"{string.Join("; ", redundancy.Aliases.Select(group => string.Join(" = ", group)))}; "
                    + "a rank sum counts them once.";
        return
        [
            new(
                "redundancy",
                "Kendall's τ-b between proxies, higher turned to better, undefined ranked worst, "
                    + $"{Captions.About(analysis)} {aliases}",
                [new("τ-b", IsNumber: false), .. redundancy.Ids.Select(id => new ReportColumn(id))],
                [
                    .. redundancy.Ids.Select(
                        (id, i) =>
                            (IReadOnlyList<string>)
                                [id, .. redundancy.Tau[i].Select(tau => NumberText.Number(tau, "0.00"))]
                    ),
                ]
            ),
        ];
    }
}
