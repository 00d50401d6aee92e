using System.Globalization;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// Fractions in a column of percents. A column's name decides how its numbers are read, so nothing is
/// converted; but no
/// benchmark has a column in which every network is right at most once in a hundred images.
/// </summary>
internal static class AccuracyUnits
{
    /// <summary>Why a column cannot be in percent, as a clause with the remedy; null where it can.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="target">What it holds.</param>
    /// <param name="unit">How its name says that it is read.</param>
    /// <param name="values">Its numbers, NaN for none.</param>
    public static string? Fault(
        string column,
        Target target,
        AccuracyUnit unit,
        IReadOnlyCollection<double> values
    )
    {
        var highest = values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
        return
            unit == AccuracyUnit.Metric
            && target.Measure.IsPercent
            && highest <= 1
            && values.Any(value => value is > 0 and < 1)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{column} is read in percent, but its largest value is {highest}; if these are fractions, "
                    + $"name the column {Fraction(column)}"
            )
            : null;
    }

    private static string Fraction(string column) =>
        column.Replace("_percent", "", StringComparison.Ordinal) + "_fraction";
}
