using System.Globalization;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>Numbers as the tables print them.</summary>
internal static class NumberText
{
    public const string None = "–";

    /// <summary>Three digits, or a dash.</summary>
    public static string Number(Estimate estimate, string format = "0.000") =>
        estimate.Value?.ToString(format, CultureInfo.InvariantCulture) ?? None;

    /// <summary>Three digits with their sign, or a dash.</summary>
    public static string Signed(Estimate estimate) => Number(estimate, "+0.000;-0.000;0.000");

    public static string Span(Interval interval) => $"[{Number(interval.Low)}, {Number(interval.High)}]";

    public static string SignedSpan(Interval interval) =>
        $"[{Signed(interval.Low)}, {Signed(interval.High)}]";

    /// <summary>On how many tasks it is better, equal and worse.</summary>
    public static string Tasks(Improvement improvement) =>
        $"{Count(improvement.Better)} / {Count(improvement.Equal)} / {Count(improvement.Worse)}";

    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string P(Estimate p) =>
        p.Value switch
        {
            null => None,
            < 0.001 => "<.001",
            { } value => value.ToString("0.000", CultureInfo.InvariantCulture),
        };

    /// <summary>A dash where the time is not known.</summary>
    public static string Milliseconds(double? value) =>
        value?.ToString(
            value >= 10 ? "0"
                : value >= 0.1 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        ) ?? None;

    /// <summary>The label budget; a dash where a file of scores does not state it.</summary>
    public static string Labels(ScoreColumn column) =>
        column.Origin is { StatesBudget: false } ? None : Count((int)column.Proxy.LabelBudget);

    /// <summary>The heading of a column of intervals.</summary>
    public static ReportColumn IntervalColumn(Bootstrap bootstrap) =>
        new($"{Level(bootstrap)} interval", IsInterval: true);

    public static string Level(Bootstrap bootstrap) =>
        bootstrap
            .Level.ToString("P0", CultureInfo.InvariantCulture)
            .Replace(" ", "", StringComparison.Ordinal);
}
