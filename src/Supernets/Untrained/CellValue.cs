namespace ZcBench.Supernets.Untrained;

/// <summary>What the operations of a cell add up to.</summary>
/// <param name="Sum">Over its edges; null where the space has no weight-sharing network.</param>
internal sealed record CellValue(double? Sum);
