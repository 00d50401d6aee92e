namespace ZcBench.Reports.Figures.Parts;

/// <summary>
/// An axis of categories numbered from 0, each in a band of equal width; a value between two numbers lies
/// between their centres.
/// </summary>
/// <param name="Count">Number of categories.</param>
/// <param name="IsFromTop">Whether the first stands at the upper end, as rows of a table do.</param>
internal sealed record CategoryScale(int Count, bool IsFromTop = false) : IScale
{
    /// <inheritdoc/>
    public double Position(double value)
    {
        var position = (value + 0.5) / Count;
        return IsFromTop ? 1 - position : position;
    }

    /// <summary>A tick for each category, at its centre.</summary>
    public static IReadOnlyList<AxisTick> Ticks(IEnumerable<string> names) =>
        [.. names.Select((name, i) => new AxisTick(i, name))];
}
