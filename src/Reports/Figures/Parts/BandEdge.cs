namespace ZcBench.Reports.Figures.Parts;

/// <summary>One place of a band.</summary>
/// <param name="X">Value on the horizontal axis.</param>
/// <param name="Low">Lower value on the vertical axis.</param>
/// <param name="High">Upper value on the vertical axis.</param>
internal readonly record struct BandEdge(double X, double Low, double High);
