using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// What a search finds that trains the k architectures of highest score, for every k: the best of them, and
/// how many of the truly best are among them.
/// </summary>
internal sealed class TopFigure : IFigure
{
    private const double PanelWidth = 340;
    private const double PanelHeight = 300;

    private static readonly LineLook BestLook = new(Theme.Ink) { Dash = [1, 3] };

    private static readonly LineLook[] Looks =
    [
        new(Theme.Blue, 2),
        new(Theme.Vermillion, 2) { Dash = [8, 3] },
        new(Theme.Green, 2) { Dash = [3, 2] },
        new(Theme.Orange, 2) { Dash = [10, 3, 2, 3] },
        new(Theme.Purple, 2) { Dash = [6, 2, 2, 2, 2, 2] },
        new(Theme.Sky, 2) { Dash = [2, 4] },
    ];

    // Random choice looks the same, whatever the number of lines.
    private static readonly LineLook RandomLook = new(Theme.Grey, 2) { Dash = [1, 2] };

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        if (subject.Main.Top is not { } top)
        {
            return [];
        }

        var (run, population) = (subject.Main.Run, subject.Main.Populations[0]);
        var (curves, best) = (top.Curves, run.Accuracies.Max());
        var metric = run.Manifest.Target.Measure;
        var axis = new AccuracyAxis(
            metric,
            [best, .. curves.SelectMany(curve => curve.Points).Select(item => item.Accuracy)]
        );
        var data = new FigureData("ranking", "k", "accuracy", "error", "found");
        foreach (var curve in curves)
        {
            foreach (var item in curve.Points)
            {
                data.Add(curve.Ranking, item.Depth, item.Accuracy, axis.Error(item.Accuracy), item.Found);
            }
        }

        var count = population.Population.Rows.Count;
        var depth = new AxisScale("log", 1, count);
        var depths = new PanelAxis(
            "k, log scale",
            depth,
            [.. Powers(count).Select(k => new AxisTick(k, NumberText.Count(k)))]
        );
        return
        [
            new(
                "top",
                "The top of each ranking",
                "What is found among the k architectures of highest score, "
                    + $"{Captions.About(run, population.Population)} Left: "
                    + $"highest {metric.Title} among them, on an axis of log error; dotted: the best of all. "
                    + "Right: share of them that are among the k most accurate. "
                    + $"Drawn are the {curves.Count - 1} best rankings by ρ, "
                    + "without those that order alike (τ-b above .95), the best count of the graph, "
                    + "and the exact expectation of random choice.",
                [
                    [
                        new(
                            depths,
                            new(
                                $"highest {metric.Title} among the first k{(metric.IsPercent ? " (%)" : "")}",
                                axis,
                                axis.Marks()
                            ),
                            [
                                new Guide(best, IsVertical: false, BestLook),
                                .. curves.Select(
                                    (curve, i) => LineOf(curve, i, curves.Count, item => item.Accuracy)
                                ),
                            ],
                            PanelWidth,
                            PanelHeight
                        ),
                        new(
                            depths,
                            new(
                                "share of the first k among the k most accurate",
                                new AxisScale("linear", 0, 1),
                                [
                                    .. Enumerable
                                        .Range(0, 6)
                                        .Select(i => new AxisTick(i / 5.0, $"{NumberText.Count(i * 20)}%")),
                                ]
                            ),
                            [
                                .. curves.Select(
                                    (curve, i) => LineOf(curve, i, curves.Count, item => item.Found)
                                ),
                            ],
                            PanelWidth,
                            PanelHeight
                        ),
                    ],
                ],
                data.ToCsv()
            )
            {
                Legend =
                [
                    .. curves.Select(
                        (curve, i) => new LegendEntry(curve.Ranking) { Line = Look(i, curves.Count) }
                    ),
                    new("the best of all") { Line = BestLook },
                ],
                Spacing = 24,
            },
        ];
    }

    private static LineLook Look(int i, int count) => i == count - 1 ? RandomLook : Looks[i];

    private static Line LineOf(TopCurve curve, int i, int count, Func<TopPoint, double> value) =>
        new([.. curve.Points.Select(item => new Place(item.Depth, value(item)))], Look(i, count));

    private static IEnumerable<int> Powers(int count)
    {
        for (var k = 1; k <= count; k *= 10)
        {
            yield return k;
        }
    }
}
