namespace ZcBench.Reports.Tables;

/// <summary>A heading and whether its cells are numbers, which stand at the right.</summary>
/// <param name="Heading">Text of the heading.</param>
/// <param name="IsNumber">Right-aligned.</param>
public sealed record ReportColumn(string Heading, bool IsNumber = true);
