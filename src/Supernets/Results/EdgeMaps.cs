using System.Globalization;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>
/// Matrices that searches learn: how gradients of an edge's operations agree before the first split, and how
/// the logits of two edges depend on each other.
/// </summary>
internal static class EdgeMaps
{
    private const int PanelsInRow = 3;
    private const double Cell = 34;
    private const double NumberSize = 9;

    public static IEnumerable<Figure> Of(SupernetResults results)
    {
        if (
            results.Outcomes.FirstOrDefault(outcome =>
                Named(outcome, ":cos") && outcome.Readings.Any(IsFirstDistance)
            ) is
            { } matched
        )
        {
            yield return Agreement(matched);
        }

        var depended = results
            .Outcomes.Where(outcome =>
                outcome.Seed == results.Request.Seed
                && outcome.Readings.Any(reading => reading.Kind == ReadingKind.Dependency)
            )
            .ToList();
        if (depended.Count > 0)
        {
            yield return Dependency(depended);
        }
    }

    private static Figure Agreement(SupernetOutcome outcome)
    {
        var data = new FigureData("edge", "first", "second", "agreement");
        var panels = outcome
            .Readings.Where(IsFirstDistance)
            .GroupBy(reading => reading.Row.Split(' ')[0], StringComparer.Ordinal)
            .Select(edge =>
                Map(
                    $"edge {edge.Key}",
                    [
                        .. edge.Select(reading =>
                            (reading.Row.Split(' ')[1], reading.Column, Value: 1 - reading.Value)
                        ),
                    ],
                    (first, second, value) => data.Add(edge.Key, first, second, value)
                )
            )
            .Chunk(PanelsInRow)
            .ToList();
        return new(
            "gradient_agreement",
            "How the operations of an edge agree on the shared weights",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Cosine of the gradients of the loss with respect to the shared weights while an edge takes "
                    + $"one operation or another, mean over minibatches, "
                    + $"before the first split of {outcome.Search}, seed {outcome.Seed}. 1: "
                    + $"both want the same; 0: they have nothing in common."
            ),
            [.. panels],
            data.ToCsv()
        )
        {
            Bar = ColourBar.Correlations("cosine of gradients"),
            Spacing = 30,
        };
    }

    private static Figure Dependency(List<SupernetOutcome> outcomes)
    {
        var data = new FigureData("search", "first", "second", "dependency");
        var panels = outcomes
            .Select(outcome =>
                Map(
                    outcome.Search,
                    [
                        .. outcome
                            .Readings.Where(reading => reading.Kind == ReadingKind.Dependency)
                            .Select(reading => (reading.Row, reading.Column, reading.Value)),
                    ],
                    (first, second, value) => data.Add(outcome.Search, first, second, value)
                )
            )
            .ToList();
        return new(
            "edge_dependencies",
            "How the choices on two edges depend on each other",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Frobenius norm of the centred correlations between the logits of two edges, "
                    + $"over the geometric mean of both edges' own: 1 on the diagonal, 0 for independence; "
                    + $"seed {outcomes[0].Seed}. Our reading of an abstract. "
                    + $"What the control on shuffled labels shows is noise."
            ),
            [panels],
            data.ToCsv()
        )
        {
            Bar = ColourBar.Correlations("dependency"),
            Spacing = 30,
        };
    }

    private static Panel Map(
        string title,
        IReadOnlyList<(string First, string Second, double Value)> values,
        Action<string, string, double> add
    )
    {
        var names = values.Select(item => item.First).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (first, second, value) in values)
        {
            add(first, second, value);
        }

        return HeatMap.PanelOf(
            [
                .. values.Select(item => new HeatCell(
                    names.IndexOf(item.Second),
                    names.IndexOf(item.First),
                    item.Value
                )),
            ],
            new("", names),
            new("", names),
            Cell,
            Cell * 0.7,
            NumberSize,
            isUpright: true
        ) with
        {
            Title = title,
        };
    }

    private static bool Named(SupernetOutcome outcome, string ending) =>
        outcome.Search.EndsWith(ending, StringComparison.Ordinal);

    private static bool IsFirstDistance(Reading reading) =>
        reading.Kind == ReadingKind.Distance && reading.Part.Length == 0;
}
