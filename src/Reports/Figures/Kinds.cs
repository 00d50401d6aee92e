using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Figures;

/// <summary>What a column is: figures give each kind a colour and a shape.</summary>
internal static class Kinds
{
    private static readonly string[] Names = ["proxy", "aggregate", "count of the graph"];

    public static string Of(ScoreColumn column) => column.IsCounting ? Names[2] : column.IsAggregate ? Names[1] : Names[0];

    /// <summary>The channels "color" and "shape" of a field "kind", as JSON members.</summary>
    public static string Channels(string orient = "bottom") => $$"""
        "color": {
          "field": "kind", "type": "nominal", "title": null, "legend": { "orient": "{{orient}}" },
          "scale": { "domain": {{Vega.Json(Names)}}, "range": ["{{Theme.Blue}}", "{{Theme.Vermillion}}", "{{Theme.Grey}}"] }
        },
        "shape": {
          "field": "kind", "type": "nominal", "title": null,
          "scale": { "domain": {{Vega.Json(Names)}}, "range": ["circle", "triangle-up", "square"] }
        }
        """;
}
