namespace ZcBench.Reports.Figures.Parts;

/// <summary>A point of a panel, in the values of its axes.</summary>
/// <param name="X">Value on the horizontal axis.</param>
/// <param name="Y">Value on the vertical axis.</param>
internal readonly record struct Place(double X, double Y);
