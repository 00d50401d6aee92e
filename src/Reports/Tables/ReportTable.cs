namespace ZcBench.Reports.Tables;

/// <summary>A table ready to print: cells are texts, the caption says what a reader must know.</summary>
/// <param name="Id">Name of the files it is written to.</param>
/// <param name="Caption">What is shown, over which architectures, under which protocol.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells, one list a row.</param>
public sealed record ReportTable(
    string Id,
    string Caption,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>
    /// How it was made. It follows the caption wherever a table stands alone; a paper says it once
    /// (<see cref="ProtocolText"/>).
    /// </summary>
    public string Method { get; init; } = "";

    /// <summary>
    /// The same in long form for programs, its headings first: what the CSV file holds in place of the rows;
    /// null where it holds the rows.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>>? Data { get; init; }

    /// <summary>Caption and method.</summary>
    public string Text => Method.Length == 0 ? Caption : $"{Caption} {Method}";
}
