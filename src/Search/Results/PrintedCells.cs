using System.Globalization;

namespace ZcBench.Search.Results;

/// <summary>How numbers are written in tables of searches.</summary>
internal static class PrintedCells
{
    /// <summary>What a cell shows when it has no number.</summary>
    public const string None = "–";

    /// <summary>Mean ± deviation, the mean alone, or a dash.</summary>
    public static string Spread(double? mean, double? deviation) =>
        (mean, deviation) switch
        {
            (null, _) => None,
            ({ } value, null) => Percent(value),
            ({ } value, { } spread) => $"{Percent(value)} ± {Percent(spread)}",
        };

    /// <summary>Two digits after the point.</summary>
    public static string Percent(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A whole number, thousands apart.</summary>
    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
