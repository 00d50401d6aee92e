using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>Score against accuracy of each proxy, with how both are distributed. The page has its own, so these are files only.</summary>
public sealed class ScatterFigure : IFigure
{
    private const int Bins = 36;
    private const string PointPart = "architecture";
    private const string ScorePart = "scores";
    private const string AccuracyPart = "accuracies";

    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) => subject.Main.Populations[0].Proxies
        .OrderBy(proxy => proxy.Id, StringComparer.Ordinal).Where(proxy => proxy.Coverage.Defined > 1)
        .Select(proxy => Of(subject.Main, proxy));

    private static Figure Of(RunAnalysis analysis, ProxyReport proxy)
    {
        var (run, column) = (analysis.Run, proxy.Column);
        var defined = Enumerable.Range(0, run.Architectures.Count).Where(i => column.Scores[i].IsDefined).ToList();
        var x = AxisScale.Of([.. defined.Select(i => column.Scores[i].Value)]);
        var y = new AccuracyAxis(run.AccuracyPercent);
        var data = new FigureData("part", "architecture", "score", "accuracy", "error", "rank", "state", "to", "count");
        AddPoints(data, run, column);
        AddBins(data, ScorePart, x.Edges(Bins), [.. defined.Select(i => x.Position(column.Scores[i].Value))]);
        AddBins(data, AccuracyPart, y.Edges(Bins), [.. run.AccuracyPercent.Select(y.Position)]);
        var undefined = run.Architectures.Count - defined.Count;
        var left = undefined == 0 ? "" : $" {Cells.Count(undefined)} have no score and stand at the left edge.";
        var lower = column.Proxy.Direction == Scores.Direction.LowerIsBetter ? " Lower scores are better." : "";
        var title = $"{column.Proxy.Id} against accuracy";
        return new(
            $"scatter_{column.Proxy.Id}", title,
            $"{column.Proxy.Title}: score against {Captions.About(run, analysis.Populations[0].Population)} Spearman's ρ {Cells.Number(proxy.Rho.Point)} {Cells.Span(proxy.Rho)}. "
            + $"Colour: rank by accuracy. Crosses: networks whose output does not depend on the input.{left}{lower}{PointSample.Words(run.Architectures.Count)} Along the edges: how all scores and "
            + $"accuracies are distributed. Accuracies stand on an axis of log error. {Captions.Measured(run)}",
            Vega.Specification(title, data, Body(x, y, column.Proxy.Id, run.Manifest.Target.ToString())), data.ToCsv())
        {
            IsOnPage = false,
        };
    }

    private static void AddPoints(FigureData data, ScoredRun run, ScoreColumn column)
    {
        var ranks = Statistics.Ranks.Of([.. run.AccuracyPercent]);
        foreach (var i in PointSample.Of(run.Architectures.Count))
        {
            var isDead = run.Anatomies is { } anatomies && !anatomies[i].IsConnected;
            data.Add(
                PointPart, run.Architectures[i].Text, column.Scores[i].IsDefined ? column.Scores[i].Value : null, run.AccuracyPercent[i],
                AccuracyAxis.Error(run.AccuracyPercent[i]), ranks.Average(i) / run.Architectures.Count, isDead ? "dead" : "live", null, null);
        }
    }

    private static void AddBins(FigureData data, string part, IReadOnlyList<double> edges, IReadOnlyList<double> positions)
    {
        var counts = new int[Bins];
        foreach (var position in positions)
        {
            counts[Math.Clamp((int)(position * Bins), 0, Bins - 1)]++;
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            object? edge = edges[bin];
            var isScore = part == ScorePart;
            data.Add(part, null, isScore ? edge : null, null, isScore ? null : edge, null, null, edges[bin + 1], counts[bin]);
        }
    }

    private static string Body(AxisScale x, AccuracyAxis y, string id, string target) => $$"""
        {
          "spacing": 6,
          "vconcat": [
            {
              "width": 400, "height": 46, "view": { "stroke": null },
              "transform": [{ "filter": "datum.part === '{{ScorePart}}'" }],
              "mark": { "type": "rect", "color": "{{Theme.Grey}}" },
              "encoding": {
                "x": { "field": "score", "type": "quantitative", "scale": {{x.Json()}}, "axis": null }, "x2": { "field": "to" },
                "y": { "field": "count", "type": "quantitative", "axis": null }, "y2": { "datum": 0 }
              }
            },
            {
              "spacing": 6,
              "hconcat": [
                {
                  "width": 400, "height": 340,
                  "transform": [{ "filter": "datum.part === '{{PointPart}}'" }],
                  "encoding": {
                    "y": {
                      "field": "error", "type": "quantitative", "title": {{Vega.Json(target + " accuracy (%)")}}, "scale": {{y.Json()}},
                      "axis": { {{y.TicksJson()}} }
                    },
                    "color": {
                      "field": "rank", "type": "quantitative", "title": "rank by accuracy", "scale": { "scheme": "viridis", "domain": [0, 1] },
                      "legend": { "orient": "bottom", "direction": "horizontal", "gradientLength": 200, "format": ".0%", "values": [0, 0.5, 1] }
                    },
                    "tooltip": [
                      { "field": "architecture" }, { "field": "score", "format": ".5~g" }, { "field": "accuracy", "format": ".2f" }
                    ]
                  },
                  "layer": [
                    {
                      "transform": [{ "filter": "isValid(datum.score) && datum.state === 'live'" }],
                      "mark": { "type": "point", "filled": true, "size": 22, "opacity": 0.75 },
                      "encoding": {
                        "x": {
                          "field": "score", "type": "quantitative", "title": {{Vega.Json(id + x.Words)}}, "scale": {{x.Json()}}, "axis": { {{x.TicksJson()}} }
                        }
                      }
                    },
                    {
                      "transform": [{ "filter": "isValid(datum.score) && datum.state === 'dead'" }],
                      "mark": { "type": "point", "shape": "cross", "angle": 45, "size": 45, "filled": true, "opacity": 0.9 },
                      "encoding": { "x": { "field": "score", "type": "quantitative" }, "color": { "value": "{{Theme.Vermillion}}" } }
                    },
                    {
                      "transform": [{ "filter": "!isValid(datum.score)" }],
                      "mark": { "type": "tick", "orient": "horizontal", "size": 9, "thickness": 2, "opacity": 0.9 },
                      "encoding": { "x": { "value": 8 }, "color": { "value": "{{Theme.Vermillion}}" } }
                    }
                  ]
                },
                {
                  "width": 46, "height": 340, "view": { "stroke": null },
                  "transform": [{ "filter": "datum.part === '{{AccuracyPart}}'" }],
                  "mark": { "type": "rect", "color": "{{Theme.Grey}}" },
                  "encoding": {
                    "y": { "field": "error", "type": "quantitative", "scale": {{y.Json()}}, "axis": null }, "y2": { "field": "to" },
                    "x": { "field": "count", "type": "quantitative", "axis": null }, "x2": { "datum": 0 }
                  }
                }
              ]
            }
          ]
        }
        """;
}
