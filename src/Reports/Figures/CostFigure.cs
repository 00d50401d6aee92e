using ZcBench.Reports.Analysis;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>Cost against correlation, with the proxies that no other beats in both.</summary>
public sealed class CostFigure : IFigure
{
    // Counts take microseconds that say nothing: they stand together at the left end.
    private const double LeastMilliseconds = 0.1;
    private const int Width = 620;
    private const int Height = 400;

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
        var (x, y) = (AxisScale.Of([.. proxies.Select(Cost)]), AxisScale.Linear([.. proxies.Select(Rho)]));
        var data = new FigureData("proxy", "kind", "milliseconds", "rho", "best", "label_milliseconds", "label_rho");
        // The best are named first, then from high to low.
        var ordered = proxies.OrderByDescending(proxy => IsBest(proxy, proxies)).ThenByDescending(Rho).ToList();
        var places = new LabelPlacement(Width, Height)
            .Place([.. ordered.Select(proxy => (x.Position(Cost(proxy)) * Width, (1 - y.Position(Rho(proxy))) * Height, proxy.Id))]);
        foreach (var (proxy, place) in ordered.Zip(places))
        {
            data.Add(
                proxy.Id, Kinds.Of(proxy.Column), Cost(proxy), Rho(proxy), IsBest(proxy, proxies),
                place is { } named ? x.Value(named.X / Width) : null, place is { } at ? y.Value(1 - at.Y / Height) : null);
        }

        const string Title = "Cost against correlation";
        return
        [
            new(
                "cost", Title,
                $"Spearman's ρ against what one architecture costs, {Captions.About(run, population.Population)} Cost: mean wall-clock time of the passes a proxy "
                + "needs and of its own arithmetic, as if it ran alone; under 0.1 ms drawn as 0.1 ms. Joined by the line, with names in bold: proxies that no other beats in "
                + $"both. Where names would overlap, some are left out. {Captions.Measured(run)}",
                Vega.Specification(Title, data, $$"""
                    {
                      "width": {{Width}}, "height": {{Height}},
                      "encoding": {
                        "x": {
                          "field": "milliseconds", "type": "quantitative", "title": "milliseconds an architecture{{x.Words}}",
                          "scale": {{x.Json()}}, "axis": { {{x.TicksJson()}} }
                        },
                        "y": { "field": "rho", "type": "quantitative", "title": "Spearman's ρ", "scale": {{y.Json()}} }
                      },
                      "layer": [
                        {
                          "transform": [{ "filter": "datum.best" }],
                          "mark": { "type": "line", "interpolate": "step-after", "color": "{{Theme.Grey}}", "strokeDash": [4, 3], "strokeWidth": 1 }
                        },
                        {
                          "mark": { "type": "point", "filled": true, "size": 55, "opacity": 0.9 },
                          "encoding": {
                            {{Kinds.Channels()}},
                            "tooltip": [{ "field": "proxy" }, { "field": "milliseconds", "format": ".3~g" }, { "field": "rho", "format": ".3f", "title": "ρ" }]
                          }
                        },
                        {{Names($"\"stroke\": \"{Theme.Paper}\", \"strokeWidth\": 3, \"strokeJoin\": \"round\"")}},
                        {{Names($"\"color\": \"{Theme.Ink}\"")}}
                      ]
                    }
                    """),
                data.ToCsv()),
        ];
    }

    // Once as a halo, so that no line runs through a name, once in ink.
    private static string Names(string look) => $$"""
        {
          "transform": [{ "filter": "isValid(datum.label_rho)" }],
          "mark": { "type": "text", "baseline": "middle", "fontSize": 10, {{look}}, "fontWeight": { "expr": "datum.best ? 'bold' : 'normal'" } },
          "encoding": {
            "text": { "field": "proxy" },
            "x": { "field": "label_milliseconds", "type": "quantitative" }, "y": { "field": "label_rho", "type": "quantitative" }
          }
        }
        """;

    private static double Rho(ProxyReport proxy) => proxy.Rho.Point.Value!.Value;

    private static double Cost(ProxyReport proxy) => Math.Max(LeastMilliseconds, proxy.Column.MillisecondsPerArchitecture);

    private static bool IsBest(ProxyReport proxy, IReadOnlyList<ProxyReport> all) => !all.Any(other =>
        Cost(other) <= Cost(proxy) && Rho(other) >= Rho(proxy) && (Cost(other) < Cost(proxy) || Rho(other) > Rho(proxy)));
}
