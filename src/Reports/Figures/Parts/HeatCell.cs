namespace ZcBench.Reports.Figures.Parts;

/// <summary>A cell of a heat map.</summary>
/// <param name="Column">Number of its category on the horizontal axis.</param>
/// <param name="Row">Number of its category on the vertical axis.</param>
/// <param name="Value">A correlation from −1 to 1; null where it is missing.</param>
internal readonly record struct HeatCell(int Column, int Row, double? Value);
