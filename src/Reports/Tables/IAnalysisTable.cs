using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>
/// A table of the report: turns numbers into texts and says in its caption what they are about. One file
/// each, found by scanning.
/// </summary>
internal interface IAnalysisTable
{
    /// <summary>Place in the report.</summary>
    int Order { get; }

    /// <summary>The tables; none where the run has nothing to show.</summary>
    IEnumerable<ReportTable> Of(RunAnalysis analysis);
}
