namespace ZcBench.Reports.Figures.Parts;

/// <summary>A rectangle given by two opposite corners.</summary>
/// <param name="One">A corner.</param>
/// <param name="Other">The opposite one.</param>
internal readonly record struct Box(Place One, Place Other);
