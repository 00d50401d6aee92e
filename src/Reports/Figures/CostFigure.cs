using ZcBench.Reports.Analysis;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>Cost against correlation, with the proxies that no other beats in both.</summary>
public sealed class CostFigure : IFigure
{
    // Counts take microseconds that say nothing: they stand together at the left end.
    private const double LeastMilliseconds = 0.1;

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var population = subject.Main.Populations[0];
        var proxies = population.Proxies.Where(proxy => proxy.Rho.Point.Value is not null).ToList();
        if (proxies.Count < 2)
        {
            return [];
        }

        var run = subject.Main.Run;
        var data = new FigureData("proxy", "kind", "milliseconds", "rho", "best");
        foreach (var proxy in proxies)
        {
            data.Add(proxy.Id, Kinds.Of(proxy.Column), Cost(proxy), proxy.Rho.Point.Value, IsBest(proxy, proxies));
        }

        const string Title = "Cost against correlation";
        var scale = AxisScale.Of([.. proxies.Select(Cost)]);
        return
        [
            new(
                "cost", Title,
                $"Spearman's ρ against what one architecture costs, {Captions.About(run, population.Population)} Cost: mean wall-clock time of the passes a proxy "
                + "needs and of its own arithmetic, as if it ran alone; under 0.1 ms drawn as 0.1 ms. Named, and joined by the line: proxies that no other beats in both. "
                + Captions.Measured(run),
                Vega.Specification(Title, data, $$"""
                    {
                      "width": 520, "height": 360,
                      "encoding": {
                        "x": {
                          "field": "milliseconds", "type": "quantitative", "title": "milliseconds an architecture{{scale.Words}}",
                          "scale": {{scale.Json()}}, "axis": { {{scale.TicksJson()}} }
                        },
                        "y": { "field": "rho", "type": "quantitative", "title": "Spearman's ρ", "scale": { "zero": false } }
                      },
                      "layer": [
                        {
                          "transform": [{ "filter": "datum.best" }],
                          "mark": { "type": "line", "interpolate": "step-after", "color": "{{Theme.Grey}}", "strokeDash": [4, 3], "strokeWidth": 1 }
                        },
                        {
                          "mark": { "type": "point", "filled": true, "size": 60, "opacity": 0.9 },
                          "encoding": {
                            {{Kinds.Channels()}},
                            "tooltip": [{ "field": "proxy" }, { "field": "milliseconds", "format": ".3~g" }, { "field": "rho", "format": ".3f", "title": "ρ" }]
                          }
                        },
                        {
                          "transform": [{ "filter": "datum.best" }],
                          "mark": { "type": "text", "align": "left", "dx": 7, "dy": -9, "fontSize": 11, "color": "{{Theme.Ink}}" },
                          "encoding": { "text": { "field": "proxy" } }
                        }
                      ]
                    }
                    """),
                data.ToCsv()),
        ];
    }

    private static double Cost(ProxyReport proxy) => Math.Max(LeastMilliseconds, proxy.Column.MillisecondsPerArchitecture);

    private static bool IsBest(ProxyReport proxy, IReadOnlyList<ProxyReport> all) => !all.Any(other =>
        Cost(other) <= Cost(proxy) && other.Rho.Point.Value >= proxy.Rho.Point.Value
        && (Cost(other) < Cost(proxy) || other.Rho.Point.Value > proxy.Rho.Point.Value));
}
