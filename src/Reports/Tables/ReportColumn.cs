namespace ZcBench.Reports.Tables;

/// <summary>A heading and what its cells are.</summary>
/// <param name="Heading">Text of the heading.</param>
/// <param name="IsNumber">Numbers stand at the right.</param>
/// <param name="Best">Which end is good.</param>
/// <param name="IsInterval">Whether a cell is the interval, "[low, high]", of the cell left of it.</param>
public sealed record ReportColumn(
    string Heading,
    bool IsNumber = true,
    Best Best = Best.None,
    bool IsInterval = false
);
