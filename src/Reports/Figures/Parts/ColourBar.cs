namespace ZcBench.Reports.Figures.Parts;

/// <summary>What the colours of a figure mean.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Map">The colours; the bar runs over the whole map.</param>
/// <param name="Ticks">Values along it with their texts.</param>
public sealed record ColourBar(string Title, ColourMap Map, IReadOnlyList<AxisTick> Ticks)
{
    /// <summary>Ranks by accuracy as shares of all, 0 the worst.</summary>
    public static ColourBar AccuracyRanks { get; } =
        new("rank by accuracy", ColourMap.Amounts, [new(0, "0%"), new(0.5, "50%"), new(1, "100%")]);

    /// <summary>Correlations from −1 to 1.</summary>
    public static ColourBar Correlations(string title) =>
        new(
            title,
            ColourMap.Correlations,
            [new(-1, "−1"), new(-0.5, "−.5"), new(0, "0"), new(0.5, ".5"), new(1, "1")]
        );
}
