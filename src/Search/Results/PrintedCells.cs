using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Search.Results;

/// <summary>How numbers are written in tables of searches.</summary>
internal static class PrintedCells
{
    /// <summary>What a cell shows when it has no number.</summary>
    public const string None = "–";

    /// <summary>Mean ± deviation of an accuracy, the mean alone, or a dash.</summary>
    public static string Spread(double? mean, double? deviation, TaskMetric metric) =>
        (mean, deviation) switch
        {
            (null, _) => None,
            ({ } value, null) => Value(value, metric),
            ({ } value, { } spread) => $"{Value(value, metric)} ± {Value(spread, metric)}",
        };

    /// <summary>An accuracy: two digits after the point in percent, else four.</summary>
    public static string Value(double value, TaskMetric metric) =>
        value.ToString(metric.Format, CultureInfo.InvariantCulture);

    /// <summary>A whole number, thousands apart.</summary>
    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
