using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Statistics.Catalogue;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>The first figure: every proxy's ρ with its interval for each dataset, between counting and the noise ceiling.</summary>
public sealed class CorrelationFigure : IFigure
{
    private const string CeilingLine = "noise ceiling";
    private const string BaselineLine = "best count of the graph";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) =>
        subject.Main.Printed.Select(population => Of(subject, population.Population.Id)).OfType<Figure>();

    private static Figure? Of(ReportSubject subject, string id)
    {
        var panels = subject.Targets.Select(analysis => (
                Analysis: analysis, Population: analysis.Populations.FirstOrDefault(item => item.Population.Id == id)!))
            .Where(panel => panel.Population is not null).ToList();
        var main = panels[0].Population;
        if (main.Proxies.Count == 0)
        {
            return null;
        }

        var data = new FigureData("target", "part", "proxy", "kind", "rho", "low", "high");
        foreach (var (analysis, population) in panels)
        {
            var target = analysis.Run.Manifest.Target.ToString();
            if (analysis.Ceiling?.Values[new TwinRho().Info.Id].Value is { } ceiling)
            {
                data.Add(target, CeilingLine, null, null, ceiling, null, null);
            }

            foreach (var proxy in population.Proxies)
            {
                data.Add(
                    target, "score", proxy.Id, Kinds.Of(proxy.Column), proxy.Rho.Point.Value, proxy.Rho.Low.Value, proxy.Rho.High.Value);
            }

            if (population.Proxies.FirstOrDefault(proxy => proxy.Id == population.Baseline) is { } best)
            {
                data.Add(target, BaselineLine, best.Id, null, best.Rho.Point.Value, null, null);
            }
        }

        var lowest = panels.SelectMany(panel => panel.Population.Proxies)
            .Min(proxy => Math.Min(proxy.Rho.Low.Value ?? 0, proxy.Rho.Point.Value ?? 0));
        var domain = Vega.Json([Math.Min(0, Math.Floor(lowest * 10) / 10), 1]);
        var order = Vega.Json(main.Proxies.Select(proxy => proxy.Id));
        var columns = panels.Select((panel, i) => Panel(panel.Analysis.Run.Manifest.Target.ToString(), domain, order, i == 0));
        return new(
            $"correlation_{id}", "Rank correlation with trained accuracy", Caption(panels), Vega.Specification(
                "Rank correlation with trained accuracy", data, $$"""
                {
                  "hconcat": [{{string.Join(",\n", columns)}}], "spacing": 14,
                  "resolve": { "scale": { "color": "shared", "shape": "shared", "strokeDash": "shared" } }
                }
                """),
            data.ToCsv());
    }

    private static string Panel(string target, string domain, string order, bool isFirst) => $$"""
        {
          "title": { "text": {{Vega.Json(target)}}, "anchor": "middle", "fontSize": 12, "fontWeight": "normal", "offset": 6 },
          "width": 220, "height": { "step": 15 },
          "transform": [{ "filter": {{Vega.Json($"datum.target === '{target}'")}} }],
          "layer": [
            {
              "transform": [{ "filter": "datum.part !== 'score'" }],
              "mark": { "type": "rule", "strokeWidth": 1.5, "color": "{{Theme.Ink}}" },
              "encoding": {
                "x": { "field": "rho", "type": "quantitative" },
                "strokeDash": {
                  "field": "part", "type": "nominal", "title": null, "legend": { "orient": "bottom" },
                  "scale": { "domain": ["{{CeilingLine}}", "{{BaselineLine}}"], "range": [[1, 0], [5, 3]] }
                }
              }
            },
            {
              "transform": [{ "filter": "datum.part === 'score'" }],
              "encoding": {
                "y": {
                  "field": "proxy", "type": "nominal", "sort": {{order}}, "title": {{(isFirst ? "\"proxy\"" : "null")}},
                  "axis": { "grid": true, "ticks": false, "labels": {{(isFirst ? "true" : "false")}}, "labelOverlap": false }
                }
              },
              "layer": [
                {
                  "mark": { "type": "rule", "strokeWidth": 1.5 },
                  "encoding": {
                    "x": { "field": "low", "type": "quantitative" }, "x2": { "field": "high" },
                    {{Kinds.Channels().Split("\"shape\"")[0].TrimEnd().TrimEnd(',')}}
                  }
                },
                {
                  "mark": { "type": "point", "filled": true, "size": 48, "opacity": 1 },
                  "encoding": {
                    "x": {
                      "field": "rho", "type": "quantitative", "title": "Spearman's ρ",
                      "scale": { "domain": {{domain}}, "nice": false }, "axis": { "tickCount": 6 }
                    },
                    {{Kinds.Channels()}},
                    "tooltip": [
                      { "field": "proxy" }, { "field": "target" }, { "field": "rho", "format": ".3f", "title": "ρ" },
                      { "field": "low", "format": ".3f" }, { "field": "high", "format": ".3f" }
                    ]
                  }
                }
              ]
            }
          ]
        }
        """;

    private static string Caption(IReadOnlyList<(RunAnalysis Analysis, PopulationReport Population)> panels)
    {
        var (main, population) = panels[0];
        var run = main.Run;
        var foreign = panels.Where(panel => panel.Analysis.Run.Manifest.Protocol.Dataset != panel.Analysis.Run.Manifest.Target.Dataset)
            .Select(panel => panel.Analysis.Run.Manifest.Target.Dataset).ToList();
        var scores = foreign.Count == 0
            ? ""
            : $" Scores were measured on {run.Manifest.Protocol.Dataset}; for {string.Join(" and ", foreign)} the same scores are compared with its accuracies.";
        var targets = string.Join(", ", panels.Select(panel => panel.Analysis.Run.Manifest.Target));
        var level = Cells.Level(main.Bootstrap);
        var undefined = population.Proxies.Count(proxy => proxy.Rho.Point.Value is null);
        var blank = undefined == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {undefined} proxies have no ρ: their scores are all equal.");
        return $"Spearman's ρ of every proxy with {Captions.About(run, population.Population)} Panels: {targets}; the order is that of the first. Bars: "
            + $"{level} intervals. Solid line: noise ceiling, about the most that a deterministic proxy can reach. Dashed line: the best "
            + $"count of the graph.{scores}{blank} Undefined scores rank worst. {Captions.Measured(run)} {Captions.Intervals(main.Bootstrap)}";
    }
}
