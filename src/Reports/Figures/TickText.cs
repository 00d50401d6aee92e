using System.Globalization;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>Round numbers along an axis and how they are written: few digits, a true minus sign.</summary>
internal static class TickText
{
    private const double Long = 10_000;
    private static readonly double[] Steps = [1, 2, 5, 10];
    private static readonly (double Size, string Ending)[] Units = [(1e9, "G"), (1e6, "M"), (1e3, "k")];

    /// <summary>Multiples of 1, 2 or 5 times a power of ten within a range.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="count">About how many.</param>
    public static IReadOnlyList<AxisTick> Linear(double low, double high, int count)
    {
        var rough = (high - low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.First(digit => digit * power >= rough * 0.7) * power;
        var (from, to) = ((long)Math.Ceiling(low / step - 1e-6), (long)Math.Floor(high / step + 1e-6));
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        var ticks = new List<AxisTick>();
        for (var i = from; i <= to; i++)
        {
            ticks.Add(new(i * step, Linear(i * step, step, size)));
        }

        return ticks;
    }

    /// <summary>A power of ten or zero: plain from a thousandth to ten thousand, else as a power.</summary>
    public static string Power(double value)
    {
        var size = Math.Abs(value);
        var text = size is 0 or (>= 0.000999 and <= 10_001)
            ? size.ToString("0.###", CultureInfo.InvariantCulture)
            : "10" + Raised((int)Math.Round(Math.Log10(size)));
        return value < 0 ? "−" + text : text;
    }

    private static string Linear(double value, double step, double size)
    {
        var (unit, ending) = size < Long ? (1, "") : Units.First(unit => size >= unit.Size);
        if (ending.Length > 0 && Math.Abs(value) < step / 2)
        {
            return "0";
        }

        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step / unit) - 1e-6), 0, 9);
        var text = Math.Abs(value / unit)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (value < -step / 2 ? "−" : "") + text + ending;
    }

    private static string Raised(int exponent) =>
        string.Concat(
            exponent
                .ToString(CultureInfo.InvariantCulture)
                .Select(digit => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'])
        );
}
