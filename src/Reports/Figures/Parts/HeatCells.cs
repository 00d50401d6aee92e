namespace ZcBench.Reports.Figures.Parts;

/// <summary>
/// Cells of correlations in the colours of <see cref="ColourMap.Correlations"/>. A missing one is hatched in
/// a frame, so that it cannot be
/// taken for a number.
/// </summary>
/// <param name="Cells">The cells; both axes are of categories.</param>
/// <param name="NumberSize">
/// Size of the numbers written in them, in pixels at the figure's natural size; 0 for none.
/// </param>
internal sealed record HeatCells(IReadOnlyList<HeatCell> Cells, double NumberSize) : IMark;
