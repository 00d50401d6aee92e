using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// WOT taken apart: its two atoms against each other, and what each balance of the two would rank like.
/// </summary>
internal sealed class DasFigure : IFigure
{
    private const string PointPart = "architecture";
    private const string LinePart = "equal WOT";
    private const string WeightPart = "weight";
    private const double PanelWidth = 330;
    private const double PanelHeight = 300;
    private const double BandOpacity = 0.2;

    private static readonly PointLook PointLook = new(PointShape.Circle, Theme.Blue, 5.3, 0.75);
    private static readonly LineLook EqualLook = new(Theme.Ink, 1.2) { Dash = [5, 3] };
    private static readonly LineLook SweepLook = new(Theme.Blue, 2);
    private static readonly PointLook SweepPoint = new(PointShape.Circle, Theme.Blue, 7.1);

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var run = subject.Main.Run;
        if (
            run.Column("das_units") is not { } units
            || run.Column("das_distinct") is not { } distinct
            || subject.Main.DasSweep is not { } sweep
        )
        {
            return [];
        }

        var both = Enumerable
            .Range(0, run.Architectures.Count)
            .Where(i => units.Scores[i].IsDefined && distinct.Scores[i].IsDefined)
            .ToList();
        if (both.Count < 3)
        {
            return [];
        }

        var (x, y) = (
            both.ConvertAll(i => units.Scores[i].Value),
            both.ConvertAll(i => distinct.Scores[i].Value)
        );
        var (xScale, yScale) = (AxisScale.Linear(x), AxisScale.Linear(y));
        var data = new FigureData(
            "part",
            "name",
            "units",
            "distinct",
            "accuracy",
            "rank",
            "weight",
            "rho",
            "low",
            "high"
        );
        AddPoints(data, run, both, x, y);
        AddLines(data, x.Zip(y, (u, d) => u + d).Order().ToList(), xScale, yScale);
        foreach (var item in sweep.Points)
        {
            data.Add(
                WeightPart,
                null,
                null,
                null,
                null,
                null,
                item.Weight,
                item.Rho.Point.Value,
                item.Rho.Low.Value,
                item.Rho.High.Value
            );
        }

        return
        [
            new(
                "das",
                "WOT taken apart",
                "The two atoms of WOT, log N_A (number of units) "
                    + "and log|det K̂|/N (how far the images are told apart), "
                    + $"{Captions.About(run, subject.Main.Populations[0].Population)} Left: "
                    + $"the {NumberText.Count(both.Count)} architectures that have both, "
                    + "coloured by accuracy; WOT is the plain sum, "
                    + $"the same along each line.{PointSample.Words(both.Count)} Right: "
                    + "Spearman's ρ of (1 − w) · log N_A + w · log|det K̂|/N with accuracy "
                    + $"and its {NumberText.Level(subject.Main.Bootstrap)} interval against the weight w; "
                    + "WOT's own balance is w = ½.",
                [
                    [Atoms(run, both, x, y, xScale, yScale), Weights(sweep)],
                ],
                data.ToCsv()
            )
            {
                Legend =
                [
                    new("architecture") { Point = PointLook with { Colour = Theme.Green } },
                    new("equal WOT, at its quartiles; right, WOT's own weight") { Line = EqualLook },
                    new($"ρ with its {NumberText.Level(subject.Main.Bootstrap)} interval")
                    {
                        Line = SweepLook,
                        Point = SweepPoint,
                        Band = (Theme.Blue, BandOpacity),
                    },
                ],
                Bar = ColourBar.AccuracyRanks,
                Spacing = 30,
            },
        ];
    }

    private static void AddPoints(
        FigureData data,
        ScoredRun run,
        List<int> both,
        List<double> x,
        List<double> y
    )
    {
        var ranks = Statistics.Ranks.Of([.. both.Select(i => run.Accuracies[i])]);
        foreach (var i in PointSample.Of(both.Count))
        {
            data.Add(
                PointPart,
                run.Architectures[both[i]].Text,
                x[i],
                y[i],
                run.Accuracies[both[i]],
                ranks.Average(i) / both.Count,
                null,
                null,
                null,
                null
            );
        }
    }

    private static void AddLines(FigureData data, List<double> sums, AxisScale x, AxisScale y)
    {
        foreach (var (name, left, right) in Lines(sums, x, y))
        {
            data.Add(LinePart, name, left.X, left.Y, null, null, null, null, null, null);
            data.Add(LinePart, name, right.X, right.Y, null, null, null, null, null, null);
        }
    }

    // Three lines u + d = c, at the quartiles of WOT, cut to the panel.
    private static IEnumerable<(string Name, Place Left, Place Right)> Lines(
        List<double> sums,
        AxisScale x,
        AxisScale y
    ) =>
        from item in new[]
        {
            (Name: "lower quartile", Share: 0.25),
            (Name: "median", Share: 0.5),
            (Name: "upper quartile", Share: 0.75),
        }
        let sum = sums[(int)(item.Share * (sums.Count - 1))]
        let left = Math.Max(x.Low, sum - y.High)
        let right = Math.Min(x.High, sum - y.Low)
        select (item.Name, new Place(left, sum - left), new Place(right, sum - right));

    private static Panel Atoms(
        ScoredRun run,
        List<int> both,
        List<double> x,
        List<double> y,
        AxisScale xScale,
        AxisScale yScale
    )
    {
        var ranks = Statistics.Ranks.Of([.. both.Select(i => run.Accuracies[i])]);
        var drawn = PointSample.Of(both.Count);
        var sums = x.Zip(y, (u, d) => u + d).Order().ToList();
        return new(
            new("das_units: log N_A", xScale, xScale.Ticks(5)),
            new("das_distinct: log|det K̂|/N", yScale, yScale.Ticks()),
            [
                new ShadedPoints(
                    [.. drawn.Select(i => new Place(x[i], y[i]))],
                    [.. drawn.Select(i => ranks.Average(i) / both.Count)],
                    PointLook
                ),
                .. Lines(sums, xScale, yScale).Select(line => new Line([line.Left, line.Right], EqualLook)),
            ],
            PanelWidth,
            PanelHeight
        );
    }

    private static Panel Weights(DasSweep sweep)
    {
        var known = sweep.Points.Where(item => item.Rho.Point.Value is not null).ToList();
        var bands = known
            .Where(item => item.Rho.Low.Value is not null && item.Rho.High.Value is not null)
            .ToList();
        var y = AxisScale.Linear([
            .. known.Select(item => item.Rho.Point.Value!.Value).DefaultIfEmpty(0),
            .. bands.Select(item => item.Rho.Low.Value!.Value),
            .. bands.Select(item => item.Rho.High.Value!.Value),
        ]);
        List<Place> places = [.. known.Select(item => new Place(item.Weight, item.Rho.Point.Value!.Value))];
        return new(
            new("weight w of das_distinct", new AxisScale("linear", -0.02, 1.02), TickText.Linear(0, 1, 4)),
            new("Spearman's ρ", y, y.Ticks()),
            [
                new Band(
                    [
                        .. bands.Select(item => new BandEdge(
                            item.Weight,
                            item.Rho.Low.Value!.Value,
                            item.Rho.High.Value!.Value
                        )),
                    ],
                    Theme.Blue,
                    BandOpacity
                ),
                new Guide(0.5, IsVertical: true, EqualLook, "WOT"),
                new Line(places, SweepLook),
                new Points(places, SweepPoint),
            ],
            PanelWidth,
            PanelHeight
        );
    }
}
