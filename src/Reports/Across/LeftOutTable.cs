using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Across;

/// <summary>Proxies that could not be compared, with the reason.</summary>
internal static class LeftOutTable
{
    /// <summary>The table; null where every proxy was compared.</summary>
    public static ReportTable? Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return analysis.LeftOut.Count == 0
            ? null
            : new(
                "left_out",
                "Proxies left out of the comparison: only those with a τ-b on every task, "
                    + "and scores for at least half of its architectures, are ranked.",
                [new("proxy", IsNumber: false), new("reason", IsNumber: false)],
                [.. analysis.LeftOut.Select(item => (IReadOnlyList<string>)[item.Id, item.Reason])]
            );
    }
}
