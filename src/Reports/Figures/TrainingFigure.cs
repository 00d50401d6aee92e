using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;
using ZcBench.Statistics;

namespace ZcBench.Reports.Figures;

/// <summary>
/// Proxies along the training of the networks that they look at: correlation against steps and against cost,
/// and what they turn into.
/// </summary>
internal sealed class TrainingFigure : IFigure
{
    private const int Columns = 3;
    private const double PanelWidth = 210;
    private const double PanelHeight = 150;
    private const double WideWidth = 320;
    private const double WideHeight = 280;
    private const double Opacity = 0.2;
    private static readonly LineLook CeilingLook = new(Theme.Grey, 1) { Dash = [1, 3] };
    private static readonly LineLook CountLook = new(Theme.Vermillion, 1) { Dash = [6, 3] };
    private static readonly LineLook RhoLook = new(Theme.Blue, 2);

    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) =>
        subject.Main.Training is not { } training
            ? []
            :
            [
                Steps(subject.Main, training),
                Costs(subject.Main, training),
                Likeness(subject.Main, training),
            ];

    private static Figure Steps(RunAnalysis analysis, TrainingStates training)
    {
        var data = new FigureData("proxy", "steps", "rho", "low", "high");
        var x = StepAxis(training);
        var points = training.Curves.SelectMany(curve => curve.Points).ToList();
        var y = AxisScale.Linear([
            .. points
                .SelectMany(point => new[] { point.Rho.Low, point.Rho.Point, point.Rho.High })
                .Select(estimate => estimate.Value)
                .OfType<double>()
                .Append(0)
                .Append(1),
        ]);
        var everything = analysis.Populations[0];
        var count = everything
            .Proxies.FirstOrDefault(proxy => proxy.Id == everything.Baseline)
            ?.Rho.Point.Value;
        var ceiling = analysis.Ceiling?.Rho.Value;
        var panels = training.Curves.Select(Panel).Chunk(Columns).ToList();
        return new(
            "training_steps",
            "Correlation along training",
            "Spearman's ρ of each proxy after so many steps of training, "
                + $"{Captions.About(analysis)} {TrainingTable.Trained(training.Recipe)} Steps on a log scale "
                + "through zero. Bands: the intervals of the first table.",
            [.. panels],
            data.ToCsv()
        )
        {
            Legend =
            [
                new("the proxy") { Line = RhoLook },
                .. count is null
                    ? Array.Empty<LegendEntry>()
                    : [new($"{everything.Baseline}, the best count of the graph") { Line = CountLook }],
                .. ceiling is null
                    ? Array.Empty<LegendEntry>()
                    : [new("noise ceiling") { Line = CeilingLook }],
            ],
            Spacing = 24,
        };

        Panel Panel(TrainingCurve curve)
        {
            foreach (var point in curve.Points)
            {
                data.Add(
                    curve.Proxy,
                    point.Steps,
                    point.Rho.Point.Value,
                    point.Rho.Low.Value,
                    point.Rho.High.Value
                );
            }

            var known = curve.Points.Where(point => point.Rho.Point.Value is not null).ToList();
            return new(
                x,
                new("Spearman's ρ", y, y.Ticks()),
                [
                    .. count is { } best
                        ? [new Guide(best, IsVertical: false, CountLook)]
                        : Array.Empty<IMark>(),
                    .. ceiling is { } most
                        ? [new Guide(most, IsVertical: false, CeilingLook)]
                        : Array.Empty<IMark>(),
                    new Band(
                        [
                            .. known
                                .Where(point =>
                                    point.Rho.Low.Value is not null && point.Rho.High.Value is not null
                                )
                                .Select(point => new BandEdge(
                                    point.Steps,
                                    point.Rho.Low.Value!.Value,
                                    point.Rho.High.Value!.Value
                                )),
                        ],
                        Theme.Blue,
                        Opacity
                    ),
                    new Line(Places(known, point => point.Rho.Point), RhoLook),
                    new Points(
                        Places(known, point => point.Rho.Point),
                        new(PointShape.Circle, Theme.Blue, 6)
                    ),
                ],
                PanelWidth,
                PanelHeight
            )
            {
                Title = curve.Proxy,
            };
        }
    }

    private static Figure Costs(RunAnalysis analysis, TrainingStates training)
    {
        var data = new FigureData("proxy", "steps", "seconds", "rho");
        var points = training.Curves.SelectMany(curve => curve.Points).ToList();
        var (x, y) = (
            AxisScale.Of([.. points.Select(point => Math.Max(1e-3, point.Seconds))]),
            AxisScale.Linear([.. points.Select(point => point.Rho.Point.Value).OfType<double>()])
        );
        foreach (var curve in training.Curves)
        {
            foreach (var point in curve.Points)
            {
                data.Add(curve.Proxy, point.Steps, point.Seconds, point.Rho.Point.Value);
            }
        }

        return new(
            "training_cost",
            "Correlation against the cost of training",
            "Spearman's ρ of each proxy against what one architecture costs, its training included, "
                + $"{Captions.About(analysis)} A line joins the states of a proxy. "
                + TrainingTable.Trained(training.Recipe),
            [
                [
                    new(
                        new($"seconds an architecture{x.Words}", x, x.Ticks()),
                        new("Spearman's ρ", y, y.Ticks()),
                        [
                            .. training.Curves.SelectMany(
                                (curve, i) =>
                                    Joined(
                                        curve,
                                        i,
                                        point =>
                                            new(Math.Max(1e-3, point.Seconds), point.Rho.Point.Value!.Value),
                                        point => point.Rho.Point
                                    )
                            ),
                        ],
                        2 * WideWidth,
                        WideHeight
                    ),
                ],
            ],
            data.ToCsv()
        )
        {
            Legend = Legend(training),
        };
    }

    private static Figure Likeness(RunAnalysis analysis, TrainingStates training)
    {
        var data = new FigureData("proxy", "steps", "first_state", "size");
        var x = StepAxis(training);
        var y = new AxisScale("linear", -1, 1);
        foreach (var curve in training.Curves)
        {
            foreach (var point in curve.Points)
            {
                data.Add(curve.Proxy, point.Steps, point.FirstState.Value, point.Size.Value);
            }
        }

        return new(
            "training_likeness",
            "What proxies turn into along training",
            "Left: Spearman's ρ of a proxy's scores with those of its own first state. Right: "
                + "with the number of parameters. Steps on a log scale through zero. "
                + $"{Captions.About(analysis)} "
                + TrainingTable.Trained(training.Recipe),
            [
                [
                    PanelOf("ρ with the first state", point => point.FirstState),
                    PanelOf("ρ with the number of parameters", point => point.Size),
                ],
            ],
            data.ToCsv()
        )
        {
            Legend = Legend(training),
            Spacing = 24,
        };

        Panel PanelOf(string title, Func<TrainingPoint, Estimate> value) =>
            new(
                x,
                new(title, y, y.Ticks()),
                [
                    .. training.Curves.SelectMany(
                        (curve, i) =>
                            Joined(curve, i, point => new(point.Steps, value(point).Value!.Value), value)
                    ),
                ],
                WideWidth,
                WideHeight
            );
    }

    private static PanelAxis StepAxis(TrainingStates training)
    {
        var steps = training
            .Curves.SelectMany(curve => curve.Points)
            .Select(point => point.Steps)
            .Distinct()
            .Order()
            .ToList();
        var scale = new AxisScale(
            "symlog",
            0,
            Math.Max(1, steps[^1] * 1.15),
            Math.Max(1, steps.FirstOrDefault(step => step > 0))
        );
        return new(
            "steps of training",
            scale,
            [.. steps.Select(step => new AxisTick(step, NumberText.Count(step)))]
        );
    }

    private static IEnumerable<IMark> Joined(
        TrainingCurve curve,
        int i,
        Func<TrainingPoint, Place> place,
        Func<TrainingPoint, Estimate> value
    )
    {
        List<Place> places = [.. curve.Points.Where(point => value(point).Value is not null).Select(place)];
        yield return new Line(places, LineLooks.Of(i));
        yield return new Points(places, new(PointShape.Circle, LineLooks.Of(i).Colour, 5));
    }

    private static List<Place> Places(
        IEnumerable<TrainingPoint> points,
        Func<TrainingPoint, Estimate> value
    ) => [.. points.Select(point => new Place(point.Steps, value(point).Value!.Value))];

    private static IReadOnlyList<LegendEntry> Legend(TrainingStates training) =>
        [.. training.Curves.Select((curve, i) => new LegendEntry(curve.Proxy) { Line = LineLooks.Of(i) })];
}
