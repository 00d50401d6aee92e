namespace ZcBench.Reports.Figures;

/// <summary>The names along one axis of a heat map.</summary>
/// <param name="Title">What is named.</param>
/// <param name="Names">From left to right or from top to bottom.</param>
internal sealed record HeatMapSide(string Title, IReadOnlyList<string> Names);
