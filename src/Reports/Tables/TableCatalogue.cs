using ZcBench.Benchmarks;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Tables;

/// <summary>All tables of the report, found by scanning this assembly.</summary>
internal static class TableCatalogue
{
    private static readonly IReadOnlyList<IAnalysisTable> All =
    [
        .. Catalogue
            .Scan<IAnalysisTable>(typeof(TableCatalogue).Assembly, table => table.GetType().Name)
            .Values.OrderBy(table => table.Order),
    ];

    /// <summary>Every table that an analysis fills, in the order of the report.</summary>
    public static IReadOnlyList<ReportTable> Of(RunAnalysis analysis) =>
        [.. All.SelectMany(table => table.Of(analysis))];

    /// <summary>The table over datasets, where there are several, and those of the first.</summary>
    public static IReadOnlyList<ReportTable> Of(ReportSubject subject) =>
        [.. DatasetsTable.Of(subject), .. Of(subject.Main)];
}
