namespace ZcBench.Reports.Tables;

/// <summary>A table ready to print: cells are texts, the caption says what a reader must know.</summary>
/// <param name="Id">Name of the files it is written to.</param>
/// <param name="Caption">What is shown, over which architectures, measured how.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, one list a row.</param>
public sealed record ReportTable(
    string Id,
    string Caption,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);
