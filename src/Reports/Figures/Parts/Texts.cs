namespace ZcBench.Reports.Figures.Parts;

/// <summary>Texts that stand where they are put, whatever else is there.</summary>
/// <param name="Items">The texts.</param>
internal sealed record Texts(IReadOnlyList<PlacedText> Items) : IMark;
