using System.Globalization;
using MathNet.Numerics.Statistics;
using ZcBench.Benchmarks;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Search.Results;

/// <summary>
/// How good the best architecture so far is against what was spent: by validation, which the search sees, and
/// by test, which it does not. Median and quartiles over repeats.
/// </summary>
public static class AnytimeFigure
{
    private const string Validation = "validation, as the search sees it";
    private const string Test = "test, of the same architecture";
    private const int Places = 80;
    private const double PanelWidth = 380;
    private const double PanelHeight = 300;
    private const double BandOpacity = 0.1;
    private static readonly int[] Digits = [1, 2, 5];

    /// <summary>The figure.</summary>
    /// <param name="results">What the searches came to.</param>
    /// <param name="test">What they are judged by.</param>
    /// <param name="scores">One sentence: where the scores come from.</param>
    public static Figure Of(SearchResults results, TestAccuracies test, string scores)
    {
        var panels = new (string Name, TaskMetric Metric, Func<Incumbent, double?> Value)[]
        {
            ($"{results.Seen}: {Validation}", results.Seen.Measure, item => item.Validation),
            ($"{test.Targets[0]}: {Test}", test.Targets[0].Measure, item => test.Value(0, item.Architecture)),
        };
        var curves = results
            .Methods.Select(method => new Curve(
                method.Call.ToString(),
                [.. method.Outcomes.Select(Incumbent.Of).Where(repeat => repeat.Count > 0)]
            ))
            .Where(curve => curve.Repeats.Count > 0 && curve.Repeats.All(repeat => repeat[0].Seconds > 0))
            .ToList();
        var drawn = panels
            .Select(panel =>
                curves
                    .Select(
                        (curve, i) =>
                            (
                                Look: LineLooks.Of(i),
                                Spots: Spots(curve, panel.Value),
                                curve.Name,
                                curve.Trains
                            )
                    )
                    .ToList()
            )
            .ToList();
        var data = new FigureData("panel", "method", "seconds", "low", "median", "high", "trains");
        foreach (var (panel, items) in panels.Zip(drawn))
        {
            foreach (var item in items)
            {
                item.Spots.ForEach(spot =>
                    data.Add(
                        panel.Name,
                        item.Name,
                        spot.Seconds,
                        spot.Low,
                        spot.Median,
                        spot.High,
                        item.Trains
                    )
                );
            }
        }

        var seconds = curves
            .SelectMany(curve => new[] { curve.First, curve.Last })
            .DefaultIfEmpty(1)
            .ToList();
        var scale = new AxisScale(
            "log",
            FigureData.Rounded(seconds.Min() / 1.1),
            FigureData.Rounded(seconds.Max() * 1.1)
        );
        var time = new PanelAxis($"seconds of training and scoring{scale.Words}", scale, [.. Ticks(scale)]);
        return new(
            "anytime",
            "Best architecture so far against what was spent",
            Caption(results, test, scores),
            [
                [
                    .. panels.Select(
                        (panel, i) =>
                            new Panel(
                                time,
                                Accuracy(
                                    panel.Metric,
                                    drawn[i]
                                        .Where(item => item.Spots.Count > 0)
                                        .Select(item => item.Spots[^1].Median)
                                        .ToList()
                                ),
                                // All bands lie beneath all lines, so that none tints a line.
                                [
                                    .. drawn[i]
                                        .Where(item => item.Spots.Count > 0)
                                        .SelectMany(item => Marks(item.Spots, item.Look, item.Trains))
                                        .OrderBy(mark => mark is Band ? 0 : 1),
                                ],
                                PanelWidth,
                                PanelHeight
                            )
                            {
                                Title = panel.Name,
                            }
                    ),
                ],
            ],
            data.ToCsv()
        )
        {
            Legend = [.. curves.Select((curve, i) => EntryOf(curve, LineLooks.Of(i)))],
            Spacing = 24,
        };
    }

    private static IEnumerable<IMark> Marks(IReadOnlyList<Spot> spots, LineLook look, bool trains) =>
        trains
            ?
            [
                new Band(
                    [.. spots.Select(spot => new BandEdge(spot.Seconds, spot.Low, spot.High))],
                    look.Colour,
                    BandOpacity,
                    IsStep: true
                ),
                new Line([.. spots.Select(spot => new Place(spot.Seconds, spot.Median))], look, IsStep: true),
            ]
            :
            [
                new Rules(
                    [
                        .. spots.Select(spot =>
                            (new Place(spot.Seconds, spot.Low), new Place(spot.Seconds, spot.High))
                        ),
                    ],
                    look
                ),
                new Points(
                    [.. spots.Select(spot => new Place(spot.Seconds, spot.Median))],
                    new(PointShape.Circle, look.Colour, 8.7)
                ),
            ];

    private static LegendEntry EntryOf(Curve curve, LineLook look) =>
        curve.Trains
            ? new(curve.Name) { Line = look, Band = (look.Colour, BandOpacity) }
            : new(curve.Name) { Line = look, Point = new(PointShape.Circle, look.Colour, 8.7) };

    // Starts are far below where searches end and would flatten what tells them apart.
    private static PanelAxis Accuracy(TaskMetric metric, List<double> ends)
    {
        var unit = metric.IsPercent ? 1 : 0.01;
        var (low, high) =
            ends.Count == 0
                ? (0, metric.Highest)
                : (
                    Math.Max(
                        metric.Lowest,
                        Math.Floor((ends.Min() - 3 * (ends.Max() - ends.Min())) / unit - 1) * unit
                    ),
                    Math.Min(metric.Highest, Math.Ceiling((ends.Max() / unit + 0.2) * 2) / 2 * unit)
                );
        var scale = new AxisScale("linear", low, high);
        return new(metric.IsPercent ? $"{metric.Title}, percent" : metric.Title, scale, scale.Ticks());
    }

    // Empty where the value is not known, as validation is not where nothing is trained.
    private static List<Spot> Spots(Curve curve, Func<Incumbent, double?> value)
    {
        var spots = new List<Spot>();
        if (curve.Repeats.SelectMany(repeat => repeat).Any(item => value(item) is null))
        {
            return spots;
        }

        for (var i = 0; i < (curve.Trains ? Places : 1); i++)
        {
            var seconds = curve.Trains
                ? curve.First * Math.Pow(curve.Last / curve.First, (double)i / (Places - 1))
                : curve.Last;
            double[] seen =
            [
                .. curve.Repeats.Select(repeat =>
                    value(repeat.Last(item => item.Seconds <= seconds * (1 + 1e-9)))!.Value
                ),
            ];
            spots.Add(new(seconds, seen.LowerQuartile(), seen.Median(), seen.UpperQuartile()));
        }

        return spots;
    }

    // 1, 2 and 5 times the powers of ten within the axis.
    private static IEnumerable<AxisTick> Ticks(AxisScale scale) =>
        Enumerable
            .Range(-3, 12)
            .SelectMany(power => Digits, (power, digit) => digit * Math.Pow(10, power))
            .Where(tick => tick >= scale.Low && tick <= scale.High)
            .Select(tick => new AxisTick(tick, tick.ToString("#,0.###", CultureInfo.InvariantCulture)));

    private static string Caption(SearchResults results, TestAccuracies test, string scores) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The best architecture so far by {results.Seen.Title} against what the search had spent "
                + $"on training and scoring; right, its {test.Targets[0].Title}. Lines: median over repeats, "
                + $"{results.Request.Repeats} of each method; bands: quartiles; "
                + $"a line begins where every repeat has trained an architecture, "
                + $"repeats that chose none are left out, and the axis leaves out the low start. Budget: "
                + $"{results.Request.Budget}. Table: {results.Request.Table.Description.Title}, "
                + $"{results.PoolWords}. "
                + $"A method that trains nothing is a point at what its scoring took, on the right alone; "
                + $"where that is not known it is left out. {scores}"
        );

    private sealed record Curve(string Name, IReadOnlyList<IReadOnlyList<Incumbent>> Repeats)
    {
        public bool Trains => Repeats.All(repeat => repeat[0].Validation is not null);

        public double First => Repeats.Max(repeat => repeat[0].Seconds);

        public double Last => Math.Max(First, Repeats.Max(repeat => repeat[^1].Seconds));
    }

    private sealed record Spot(double Seconds, double Low, double Median, double High);
}
