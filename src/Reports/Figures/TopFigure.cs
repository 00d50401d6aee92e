using ZcBench.Reports.Analysis;
using ZcBench.Reports.Statistics.Catalogue;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// What a search finds that trains the k architectures of highest score, for every k: the best of them, and how many of the
/// truly best are among them.
/// </summary>
public sealed class TopFigure : IFigure
{
    private const int Lines = 6;
    private const int Steps = 40;
    private const double SameOrder = 0.95;
    private const string RandomLine = "random choice";

    private static readonly string[] Colours =
        [Theme.Blue, Theme.Vermillion, Theme.Green, Theme.Orange, Theme.Purple, Theme.Sky, Theme.Grey];

    private static readonly string[] Dashes = ["[1, 0]", "[8, 3]", "[3, 2]", "[10, 3, 2, 3]", "[6, 2, 2, 2, 2, 2]", "[2, 4]", "[1, 2]"];

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var (run, population) = (subject.Main.Run, subject.Main.Populations[0]);
        var count = population.Population.Rows.Count;
        var chosen = Chosen(subject.Main);
        if (chosen.Count == 0 || count < 10)
        {
            return [];
        }

        var whole = run.Whole();
        var depths = Depths(count);
        var data = new FigureData("ranking", "k", "accuracy", "error", "found");
        var accuracies = new List<double> { run.AccuracyPercent.Max() };
        foreach (var (name, sample) in chosen.Select(proxy => (proxy.Id, whole.Sample(proxy.Column))).Append((RandomLine, whole.RandomChoice)))
        {
            foreach (var k in depths)
            {
                var accuracy = new BestAccuracyAtK(k).Compute(sample).Value!.Value;
                accuracies.Add(accuracy);
                data.Add(name, k, accuracy, AccuracyAxis.Error(accuracy), new PrecisionAtK(k).Compute(sample).Value);
            }
        }

        var names = chosen.Select(proxy => proxy.Id).Append(RandomLine).ToList();
        var axis = new AccuracyAxis(accuracies);
        const string Title = "The top of each ranking";
        return
        [
            new(
                "top", Title,
                $"What is found among the k architectures of highest score, {Captions.About(run, population.Population)} Left: highest accuracy among them, "
                + $"on an axis of log error; dotted: the best of all. Right: share of them that are among the k most accurate. Drawn are the {chosen.Count} best rankings by ρ, "
                + "without those that order alike (τ-b above .95), the best count of the graph, and the exact expectation of random choice. "
                + Captions.Measured(run),
                Vega.Specification(Title, data, $$"""
                    {
                      "hconcat": [
                        {
                          "width": 340, "height": 300,
                          "layer": [
                            {
                              "data": { "values": [{ "error": {{Vega.Json(AccuracyAxis.Error(run.AccuracyPercent.Max()))}} }] },
                              "mark": { "type": "rule", "strokeDash": [1, 3], "strokeWidth": 1.5, "color": "{{Theme.Ink}}" },
                              "encoding": { "y": { "field": "error", "type": "quantitative" } }
                            },
                            {{Line(names, count, $$"""
                                "y": {
                                  "field": "error", "type": "quantitative", "title": "highest accuracy among the first k (%)",
                                  "scale": {{axis.Json()}}, "axis": { {{axis.TicksJson()}} }
                                }
                                """)}}
                          ]
                        },
                        {
                          "width": 340, "height": 300,
                          "layer": [
                            {{Line(names, count, """
                                "y": {
                                  "field": "found", "type": "quantitative", "title": "share of the first k among the k most accurate",
                                  "scale": { "domain": [0, 1] }, "axis": { "format": ".0%" }
                                }
                                """)}}
                          ]
                        }
                      ],
                      "spacing": 24, "resolve": { "scale": { "color": "shared", "strokeDash": "shared" } }
                    }
                    """),
                data.ToCsv()),
        ];
    }

    private static string Line(List<string> names, int count, string y) => $$"""
        {
          "mark": { "type": "line", "strokeWidth": 2, "clip": true },
          "encoding": {
            "x": {
              "field": "k", "type": "quantitative", "title": "k, log scale", "scale": { "type": "log", "domain": [1, {{Cells.Count(count)}}], "nice": false },
              "axis": { "format": "~g", "values": [1, 10, 100, 1000, 10000, 100000] }
            },
            {{y}},
            "color": {
              "field": "ranking", "type": "nominal", "title": null, "legend": { "orient": "bottom", "symbolType": "stroke", "symbolSize": 500, "columns": 7 },
              "scale": { "domain": {{Vega.Json(names)}}, "range": {{Vega.Json(Range(Colours, names.Count))}} }
            },
            "strokeDash": {
              "field": "ranking", "type": "nominal", "title": null,
              "scale": { "domain": {{Vega.Json(names)}}, "range": [{{string.Join(", ", Range(Dashes, names.Count))}}] }
            },
            "tooltip": [
              { "field": "ranking" }, { "field": "k" }, { "field": "accuracy", "format": ".2f" }, { "field": "found", "format": ".1%" }
            ]
          }
        }
        """;

    // Random choice has the last colour, whatever the number of lines.
    private static IEnumerable<string> Range(string[] range, int count) => range.Take(count - 1).Append(range[^1]);

    private static List<ProxyReport> Chosen(RunAnalysis analysis)
    {
        var population = analysis.Populations[0];
        var (ids, tau) = (analysis.Redundancy.Ids.ToList(), analysis.Redundancy.Tau);
        var chosen = new List<ProxyReport>();
        foreach (var proxy in population.Proxies.Where(proxy => proxy.Rho.Point.Value is not null))
        {
            var isBaseline = proxy.Id == population.Baseline;
            var isNew = chosen.TrueForAll(other => !(tau[ids.IndexOf(proxy.Id)][ids.IndexOf(other.Id)].Value > SameOrder));
            if (isBaseline || (isNew && chosen.Count(item => item.Id != population.Baseline) < Lines - 1))
            {
                chosen.Add(proxy);
            }
        }

        return chosen;
    }

    private static IReadOnlyList<int> Depths(int count) =>
        [.. Enumerable.Range(0, Steps + 1).Select(i => (int)Math.Round(Math.Pow(count, (double)i / Steps))).Distinct()];
}
