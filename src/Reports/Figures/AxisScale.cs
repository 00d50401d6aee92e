using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>
/// A quantitative axis whose domain is known here, so that bins and labels can be laid out before anything is
/// drawn: linear, or logarithmic where values span orders of magnitude; then through zero (symlog) if not all
/// are positive.
/// </summary>
/// <param name="Type">"linear", "log" or "symlog".</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Constant">Of symlog: values below it are drawn nearly linearly.</param>
internal sealed record AxisScale(string Type, double Low, double High, double Constant = 1) : IScale
{
    private const double Wide = 100;
    private const double Margin = 0.03;

    /// <summary>Words for an axis title; empty for a linear axis.</summary>
    public string Words =>
        Type switch
        {
            "log" => ", log scale",
            "symlog" => ", log scale through zero",
            _ => "",
        };

    /// <summary>The scale that suits some values.</summary>
    public static AxisScale Of(IReadOnlyList<double> values)
    {
        var sizes = values.Select(Math.Abs).Where(size => size > 0).Order().ToList();
        if (values.Count == 0 || sizes.Count == 0)
        {
            return new("linear", -1, 1);
        }

        var (low, high, small) = (values.Min(), values.Max(), sizes[sizes.Count / 20]);
        var isWide = sizes[^1] / small > Wide;
        var type =
            !isWide ? "linear"
            : low > 0 ? "log"
            : "symlog";
        return new AxisScale(type, low, high, FigureData.Rounded(small)).Padded();
    }

    /// <summary>A linear scale over some values.</summary>
    public static AxisScale Linear(IReadOnlyList<double> values) =>
        new AxisScale("linear", values.Min(), values.Max()).Padded();

    /// <inheritdoc/>
    public double Position(double value) => (Forward(value) - Forward(Low)) / (Forward(High) - Forward(Low));

    /// <summary>The value at a position.</summary>
    public double Value(double position) => Back(Forward(Low) + position * (Forward(High) - Forward(Low)));

    /// <summary>Edges of bins of equal length on the axis.</summary>
    public IReadOnlyList<double> Edges(int bins) =>
        [.. Enumerable.Range(0, bins + 1).Select(i => Value((double)i / bins))];

    /// <summary>
    /// Tick marks: powers of ten thinned to a few on a logarithmic axis, else round numbers.
    /// </summary>
    /// <param name="count">About how many round numbers.</param>
    public IReadOnlyList<AxisTick> Ticks(int count = 6)
    {
        if (Type == "linear")
        {
            return TickText.Linear(Low, High, count);
        }

        var from =
            Type == "log"
                ? (int)Math.Ceiling(Math.Log10(Low) - 1e-9)
                : (int)Math.Ceiling(Math.Log10(Constant));
        var to = (int)Math.Floor(Math.Log10(Math.Max(Math.Abs(Low), Math.Abs(High))));
        var powers = Enumerable.Range(from, Math.Max(0, to - from + 1)).ToList();
        var ticks = powers.Select(power => Math.Pow(10, power));
        ticks = Type == "log" ? ticks : ticks.SelectMany(tick => new[] { tick, -tick }).Append(0);
        var kept = new List<double>();
        // Ends and zero first, then whatever keeps a distance.
        foreach (
            var tick in ticks
                .Where(tick => tick >= Low && tick <= High)
                .OrderByDescending(tick => tick == 0)
                .ThenByDescending(Math.Abs)
        )
        {
            if (kept.TrueForAll(other => Math.Abs(Position(other) - Position(tick)) > 0.13))
            {
                kept.Add(tick);
            }
        }

        return kept.Count < 2
            ? TickText.Linear(Low, High, count)
            : [.. kept.Order().Select(tick => new AxisTick(tick, TickText.Power(tick)))];
    }

    private AxisScale Padded() =>
        Low == High
            ? this with
            {
                Low = Low - Math.Max(1, Math.Abs(Low)) / 2,
                High = High + Math.Max(1, Math.Abs(High)) / 2,
                Type = "linear",
            }
            : this with
            {
                Low = FigureData.Rounded(Value(-Margin)),
                High = FigureData.Rounded(Value(1 + Margin)),
            };

    private double Forward(double value) =>
        Type switch
        {
            "log" => Math.Log10(value),
            "symlog" => Math.Sign(value) * Math.Log(1 + Math.Abs(value / Constant)),
            _ => value,
        };

    private double Back(double value) =>
        Type switch
        {
            "log" => Math.Pow(10, value),
            "symlog" => Math.Sign(value) * (Math.Exp(Math.Abs(value)) - 1) * Constant,
            _ => value,
        };
}
