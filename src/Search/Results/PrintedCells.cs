using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

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

    /// <summary>The same with its sign, or a dash.</summary>
    public static string Value(Estimate value, TaskMetric metric, bool isSigned = false) =>
        value.Value?.ToString(
            isSigned ? $"+{metric.Format};-{metric.Format};{metric.Format}" : metric.Format,
            CultureInfo.InvariantCulture
        ) ?? None;

    /// <summary>The ends of an interval.</summary>
    public static string Span(Interval interval, TaskMetric metric, bool isSigned = false) =>
        $"[{Value(interval.Low, metric, isSigned)}, {Value(interval.High, metric, isSigned)}]";

    /// <summary>A share in percent, or a dash.</summary>
    public static string Percent(double? share) =>
        (100 * share)?.ToString("0.0#", CultureInfo.InvariantCulture) ?? None;

    /// <summary>A p-value: four digits, for the least is 0.0001.</summary>
    public static string P(Estimate p) => p.Value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? None;

    /// <summary>The level of an interval: "95%".</summary>
    public static string Level(Bootstrap bootstrap) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * bootstrap.Level:0.#}%");

    /// <summary>A whole number, thousands apart.</summary>
    public static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
