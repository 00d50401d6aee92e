using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>
/// An axis of accuracies that spreads out the good ones: position is the logarithm of the error, what lacks
/// to the metric's highest value (100 − accuracy), turned so that better is higher; tick labels are values of
/// the metric.
/// </summary>
internal sealed class AccuracyAxis : IScale
{
    private const double Apart = 0.075;

    private const double LeastError = 1e-5;

    // Round accuracies, the coarse ones first: where ticks would crowd, the finer give way.
    private static readonly double[] Percents =
    [
        10,
        50,
        90,
        80,
        70,
        60,
        40,
        30,
        20,
        95,
        85,
        75,
        65,
        55,
        45,
        35,
        25,
        15,
        5,
        94,
        93,
        92,
        91,
        88,
        89,
        87,
        86,
        96,
        97,
        98,
        99,
        47,
        46,
        44,
        43,
        42,
        73,
        72,
        71,
        94.5,
        93.5,
    ];

    private readonly TaskMetric _metric;
    private readonly AxisScale _scale;
    private readonly double[] _ticks;

    /// <summary>The axis that holds some values.</summary>
    /// <param name="metric">What they are values of.</param>
    /// <param name="values">The values.</param>
    public AccuracyAxis(TaskMetric metric, IReadOnlyList<double> values)
    {
        _metric = metric;
        _scale = Padded(values.Min(Error), values.Max(Error));
        _ticks = metric.IsPercent
            ? Percents
            : [.. TickText.Linear(values.Min(), values.Max(), 6).Select(tick => tick.At)];
    }

    /// <summary>
    /// What a value lacks to the highest, at least a hundred thousandth of 1 or of 100 percent.
    /// </summary>
    public double Error(double value) =>
        Math.Max(_metric.IsPercent ? 100 * LeastError : LeastError, _metric.Highest - value);

    /// <summary>Edges of bins of equal length on the axis, as errors.</summary>
    public IReadOnlyList<double> Edges(int bins) => _scale.Edges(bins);

    /// <summary>Position of an accuracy among errors, 0 at the low end of errors.</summary>
    public double ErrorPosition(double value) => _scale.Position(Error(value));

    /// <summary>Where a value lies: 0 at the worst end, 1 at the best.</summary>
    public double Position(double value) => 1 - ErrorPosition(value);

    /// <summary>Round accuracies that stand apart.</summary>
    public IReadOnlyList<AxisTick> Marks() =>
        [
            .. Kept()
                .Order()
                .Select(tick => new AxisTick(tick, tick.ToString("0.####", CultureInfo.InvariantCulture))),
        ];

    private List<double> Kept()
    {
        var kept = new List<double>();
        foreach (var tick in _ticks.Where(tick => Error(tick) >= _scale.Low && Error(tick) <= _scale.High))
        {
            if (kept.TrueForAll(other => Math.Abs(ErrorPosition(other) - ErrorPosition(tick)) >= Apart))
            {
                kept.Add(tick);
            }
        }

        return kept;
    }

    private static AxisScale Padded(double low, double high)
    {
        var (from, to) = low == high ? (low / 1.1, high * 1.1) : (low, high);
        var margin = Math.Pow(to / from, 0.03);
        return new("log", FigureData.Rounded(from / margin), FigureData.Rounded(to * margin));
    }
}
