namespace ZcBench.Reports.Figures;

/// <summary>Layers of a heat map of correlations: viridis from −1 to 1, numbers in ink that stands out.</summary>
internal static class HeatMap
{
    public static string Cells(string field, string title) => $$"""
        {
          "mark": { "type": "rect", "stroke": "white", "strokeWidth": 0.5, "invalid": null },
          "encoding": {
            "color": {
              "condition": { "test": "!isValid(datum.{{field}})", "value": "#dddddd" },
              "field": "{{field}}", "type": "quantitative", "title": "{{title}}",
              "scale": { "scheme": "viridis", "domain": [-1, 1] }, "legend": { "gradientLength": 160 }
            }
          }
        }
        """;

    public static string Numbers(string field, int size = 10) => $$"""
        {
          "transform": [{ "calculate": "isValid(datum.{{field}}) ? replace(format(datum.{{field}}, '.2f'), '0.', '.') : '–'", "as": "text" }],
          "mark": { "type": "text", "fontSize": {{size}} },
          "encoding": {
            "text": { "field": "text" },
            "color": { "condition": { "test": "isValid(datum.{{field}}) && datum.{{field}} < 0.35", "value": "white" }, "value": "#111111" }
          }
        }
        """;
}
