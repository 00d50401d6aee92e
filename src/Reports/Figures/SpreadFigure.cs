using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>What seeds do to each proxy: how far ρ scatters, and how well a proxy's scores agree with themselves.</summary>
public sealed class SpreadFigure : IFigure
{
    private static readonly (string Name, string Colour, string Shape)[] Varied =
    [
        ("weights", Theme.Blue, "circle"), ("minibatch", Theme.Orange, "square"), ("both", Theme.Ink, "diamond"),
    ];

    /// <inheritdoc/>
    public int Order => 70;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var analysis = subject.Main;
        if (analysis.Spread.Count == 0)
        {
            return [];
        }

        var data = new FigureData("proxy", "varied", "runs", "rho_deviation", "self_rho");
        foreach (var item in analysis.Spread)
        {
            data.Add(item.Proxy, item.Varied, item.Runs, item.RhoDeviation.Value, item.SelfRho.Value);
        }

        var order = Vega.Json(analysis.Spread.GroupBy(item => item.Proxy, StringComparer.Ordinal)
            .OrderBy(group => group.Max(item => item.RhoDeviation.Value ?? 0)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key));
        var varied = analysis.Spread.Select(item => item.Varied).ToHashSet(StringComparer.Ordinal);
        var kinds = Varied.Where(kind => varied.Contains(kind.Name)).ToList();
        const string Title = "Spread over seeds";
        return
        [
            new(
                "spread", Title,
                $"What seeds do to each proxy, {Captions.About(analysis)} {analysis.Runs} runs in pairs that differ in the seed of the weights, "
                + "of the minibatch, or of both. Left: standard deviation of Spearman's ρ with accuracy. Right: mean ρ of a proxy's scores "
                + $"in one run with those in the other, 1 where seeds change nothing. {Captions.Measured(analysis.Run)}",
                Vega.Specification(Title, data, $$"""
                    {
                      "hconcat": [
                        {{Panel("rho_deviation", "standard deviation of ρ between seeds", order, kinds, isFirst: true)}},
                        {{Panel("self_rho", "Spearman's ρ of one seed's scores with another's", order, kinds, isFirst: false)}}
                      ],
                      "spacing": 14, "resolve": { "scale": { "color": "shared", "shape": "shared" } }
                    }
                    """),
                data.ToCsv()),
        ];
    }

    private static string Panel(
        string field, string title, string order, IReadOnlyList<(string Name, string Colour, string Shape)> kinds, bool isFirst) => $$"""
        {
          "width": 300, "height": { "step": 15 },
          "mark": { "type": "point", "filled": true, "size": 50, "opacity": 0.9 },
          "encoding": {
            "y": {
              "field": "proxy", "type": "nominal", "sort": {{order}}, "title": {{(isFirst ? "\"proxy\"" : "null")}},
              "axis": { "grid": true, "ticks": false, "labels": {{(isFirst ? "true" : "false")}}, "labelOverlap": false }
            },
            "x": {
              "field": "{{field}}", "type": "quantitative", "title": {{Vega.Json(title)}}, "scale": { "zero": {{(isFirst ? "true" : "false")}} },
              "axis": { "tickCount": 4, "labelOverlap": false }
            },
            "color": {
              "field": "varied", "type": "nominal", "title": "seeds that differ", "legend": { "orient": "bottom" },
              "scale": { "domain": {{Vega.Json(kinds.Select(kind => kind.Name))}}, "range": {{Vega.Json(kinds.Select(kind => kind.Colour))}} }
            },
            "shape": {
              "field": "varied", "type": "nominal", "title": "seeds that differ",
              "scale": { "domain": {{Vega.Json(kinds.Select(kind => kind.Name))}}, "range": {{Vega.Json(kinds.Select(kind => kind.Shape))}} }
            },
            "tooltip": [
              { "field": "proxy" }, { "field": "varied" }, { "field": "runs" }, { "field": "rho_deviation", "format": ".4f" },
              { "field": "self_rho", "format": ".3f" }
            ]
          }
        }
        """;
}
