using System.Globalization;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>
/// What changes over epochs: validation accuracy of the shared network and of the cell it prefers, and the
/// logits of a Shapley search.
/// </summary>
internal static class CurveFigures
{
    private const double Width = 360;
    private const double Height = 240;

    public static IEnumerable<Figure> Of(SupernetResults results)
    {
        var trained = results
            .ByMethod.Where(item => item.Outcomes.Any(outcome => Accuracies(outcome, "supernet").Any()))
            .ToList();
        if (trained.Count > 0)
        {
            yield return Training(trained);
        }

        if (
            results.Outcomes.FirstOrDefault(outcome =>
                outcome.Readings.Any(reading => reading.Kind == ReadingKind.Contribution)
            ) is
            { } shapley
        )
        {
            yield return Logits(shapley);
        }
    }

    private static Figure Training(List<(string Search, IReadOnlyList<SupernetOutcome> Outcomes)> methods)
    {
        var data = new FigureData("panel", "search", "epoch", "accuracy");
        var panels = new[]
        {
            ("supernet", "the shared network"),
            ("chosen", "the cell it prefers, on shared weights"),
        }
            .Select(kind =>
                Curves(
                    kind.Item2,
                    "validation accuracy, percent",
                    [.. methods.Select((method, i) => (Means(method.Outcomes, kind.Item1), LineLooks.Of(i)))],
                    (i, place) => data.Add(kind.Item2, methods[i].Search, place.X, place.Y)
                )
            )
            .ToList();
        return new(
            "supernet_training",
            "Validation accuracy over epochs",
            "Accuracy on the same validation images after each epoch, batch norm by the batch: "
                + "left with the operations mixed as the search mixes them, "
                + "right of the cell that it prefers so far, on the shared weights. "
                + "Mean over seeds and sub-supernets. A high accuracy of the shared network says little "
                + "of the cell that is chosen: the table of searches does.",
            [panels],
            data.ToCsv()
        )
        {
            Legend =
            [
                .. methods.Select((method, i) => new LegendEntry(method.Search) { Line = LineLooks.Of(i) }),
            ],
            Spacing = 24,
        };
    }

    private static Figure Logits(SupernetOutcome outcome)
    {
        var data = new FigureData("edge", "operation", "epoch", "alpha");
        var all = outcome.Readings.Where(reading => reading.Kind == ReadingKind.Alpha).ToList();
        var operations = all.Select(reading => reading.Column).Distinct(StringComparer.Ordinal).ToList();
        var panels = all.GroupBy(reading => reading.Row, StringComparer.Ordinal)
            .Select(edge =>
                Curves(
                    $"edge {edge.Key}",
                    "α",
                    [
                        .. operations.Select(
                            (operation, i) =>
                                (
                                    (IReadOnlyList<Place>)
                                        [
                                            .. edge.Where(reading => reading.Column == operation)
                                                .Select(reading => new Place(reading.Epoch, reading.Value)),
                                        ],
                                    LineLooks.Of(i)
                                )
                        ),
                    ],
                    (i, place) => data.Add(edge.Key, operations[i], place.X, place.Y)
                ) with
                {
                    Width = Width * 0.6,
                    Height = Height * 0.7,
                }
            )
            .Chunk(3)
            .ToList();
        return new(
            "shapley_logits",
            "How contributions move the logits",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Logits of each edge after each update by Shapley values, {outcome.Search}, "
                    + $"seed {outcome.Seed}. The largest at the end is the operation that is chosen."
            ),
            [.. panels],
            data.ToCsv()
        )
        {
            Legend = [.. operations.Select((name, i) => new LegendEntry(name) { Line = LineLooks.Of(i) })],
            Spacing = 24,
        };
    }

    private static Panel Curves(
        string title,
        string axis,
        IReadOnlyList<(IReadOnlyList<Place> Places, LineLook Look)> curves,
        Action<int, Place> add
    )
    {
        foreach (var (i, curve) in curves.Index())
        {
            foreach (var place in curve.Places)
            {
                add(i, place);
            }
        }

        var places = curves.SelectMany(curve => curve.Places).DefaultIfEmpty(new(0, 0)).ToList();
        var (x, y) = (
            Scale([.. places.Select(place => place.X)]),
            Scale([.. places.Select(place => place.Y)])
        );
        return new(
            new("epoch", x, x.Ticks()),
            new(axis, y, y.Ticks()),
            [
                .. curves
                    .Where(curve => curve.Places.Count > 0)
                    .Select(curve => new Line(curve.Places, curve.Look)),
            ],
            Width,
            Height
        )
        {
            Title = title,
        };
    }

    private static AxisScale Scale(IReadOnlyList<double> values) =>
        values.Min() < values.Max() ? AxisScale.Linear(values) : new("linear", values[0] - 1, values[0] + 1);

    private static IReadOnlyList<Place> Means(IReadOnlyList<SupernetOutcome> outcomes, string row) =>
        [
            .. outcomes
                .SelectMany(outcome => Accuracies(outcome, row))
                .GroupBy(reading => reading.Epoch + 1)
                .OrderBy(group => group.Key)
                .Select(group => new Place(group.Key, group.Average(reading => reading.Value))),
        ];

    private static IEnumerable<Reading> Accuracies(SupernetOutcome outcome, string row) =>
        outcome.Readings.Where(reading => reading.Kind == ReadingKind.Accuracy && reading.Row == row);
}
