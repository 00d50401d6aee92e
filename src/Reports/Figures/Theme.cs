using System.Text.Json.Nodes;

namespace ZcBench.Reports.Figures;

/// <summary>
/// How all figures look: Okabe and Ito's colours for kinds, viridis for amounts, both told apart by colour-blind readers; kinds
/// differ in shape too and viridis rises in lightness, so that grey print stays legible.
/// </summary>
public static class Theme
{
    internal const string Blue = "#0072B2";
    internal const string Orange = "#E69F00";
    internal const string Vermillion = "#D55E00";
    internal const string Green = "#009E73";
    internal const string Purple = "#CC79A7";
    internal const string Sky = "#56B4E9";
    internal const string Yellow = "#F0E442";
    internal const string Grey = "#777777";
    internal const string Ink = "#222222";

    // What a page that is not white replaces, with Ink: 70-figures.js names the same colours.
    internal const string Paper = "#ffffff";
    internal const string Grid = "#e6e6e6";
    internal const string Axis = "#888888";
    internal const string Frame = "#cccccc";

    /// <summary>The font that static figures are drawn with.</summary>
    public const string Font = "DejaVu Sans";

    /// <summary>Vega-Lite's "config" of every specification; a page may put its own in its place.</summary>
    public static JsonObject Config() => JsonNode.Parse($$"""
        {
          "font": "{{Font}}, Verdana, sans-serif",
          "background": "{{Paper}}",
          "view": { "stroke": "{{Frame}}" },
          "title": { "anchor": "start", "fontSize": 14, "fontWeight": 600, "offset": 12, "color": "{{Ink}}" },
          "axis": {
            "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal", "titlePadding": 8, "labelLimit": 200,
            "titleLimit": 600, "gridColor": "{{Grid}}", "domainColor": "{{Axis}}", "tickColor": "{{Axis}}", "labelColor": "{{Ink}}",
            "titleColor": "{{Ink}}", "labelOverlap": "greedy"
          },
          "legend": {
            "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal", "labelLimit": 260, "titleLimit": 320,
            "labelColor": "{{Ink}}", "titleColor": "{{Ink}}", "symbolStrokeWidth": 2
          },
          "range": {
            "category": [
              "{{Blue}}", "{{Orange}}", "{{Green}}", "{{Vermillion}}", "{{Purple}}", "{{Sky}}", "{{Ink}}", "{{Grey}}"
            ],
            "ramp": { "scheme": "viridis" }, "heatmap": { "scheme": "viridis" }
          }
        }
        """)!.AsObject();
}
