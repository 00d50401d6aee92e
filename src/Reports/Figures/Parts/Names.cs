namespace ZcBench.Reports.Figures.Parts;

/// <summary>
/// Names beside points; where they would overlap at the size that is drawn, some are left out.
/// </summary>
/// <param name="Items">The most important first.</param>
internal sealed record Names(IReadOnlyList<PlaceName> Items) : IMark;
