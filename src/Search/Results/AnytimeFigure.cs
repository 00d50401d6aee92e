using System.Globalization;
using MathNet.Numerics.Statistics;
using ZcBench.Reports.Figures;

namespace ZcBench.Search.Results;

/// <summary>
/// How good the best architecture so far is against what was spent: by validation, which the search sees, and by test, which it
/// does not. Median and quartiles over repeats.
/// </summary>
public static class AnytimeFigure
{
    private const string Validation = "validation, as the search sees it";
    private const string Test = "test, of the same architecture";
    private const int Places = 80;

    /// <summary>The figure.</summary>
    /// <param name="results">What the searches came to.</param>
    /// <param name="test">What they are judged by.</param>
    /// <param name="scores">One sentence: where the scores come from.</param>
    public static Figure Of(SearchResults results, TestAccuracies test, string scores)
    {
        var panels = new (string Name, Func<Incumbent, double?> Value)[]
        {
            ($"{results.Seen}: {Validation}", item => item.ValidationPercent),
            ($"{test.Targets[0]}: {Test}", item => test.Percent(0, item.Architecture)),
        };
        var data = new FigureData("panel", "method", "seconds", "low", "median", "high");
        var curves = results.Methods.Select(method => (
            Name: method.Call.ToString(), Repeats: method.Outcomes.Select(Incumbent.Of).ToList())).ToList();
        foreach (var (panel, value) in panels)
        {
            foreach (var (name, repeats) in curves)
            {
                Add(data, panel, name, repeats, value);
            }
        }

        const string Title = "Best architecture so far against what was spent";
        var seconds = AxisScale.Of([.. curves.SelectMany(curve => curve.Repeats).SelectMany(repeat => repeat.Select(item => Math.Max(1, item.Seconds)))]);
        var names = Vega.Json(curves.Select(curve => curve.Name));
        return new(
            "anytime", Title, Caption(results, test, scores), Vega.Specification(Title, data, $$"""
                {
                  "hconcat": [{{string.Join(",\n", panels.Select(panel => Panel(panel.Name, names, curves.Count, seconds)))}}],
                  "spacing": 24, "resolve": { "scale": { "color": "shared", "strokeDash": "shared" } }
                }
                """), data.ToCsv());
    }

    // From where half of the repeats have something, to where the last one ends.
    private static void Add(
        FigureData data, string panel, string name, List<IReadOnlyList<Incumbent>> repeats, Func<Incumbent, double?> value)
    {
        if (repeats.SelectMany(repeat => repeat).Any(item => value(item) is null))
        {
            return;
        }

        var first = Math.Max(1, repeats.Select(repeat => repeat[0].Seconds).Median());
        var last = Math.Max(first * 1.02, repeats.Max(repeat => repeat[^1].Seconds));
        for (var i = 0; i < Places; i++)
        {
            var seconds = first * Math.Pow(last / first, (double)i / (Places - 1));
            double[] seen = [.. repeats.Select(repeat => repeat.LastOrDefault(item => Math.Max(1, item.Seconds) <= seconds * (1 + 1e-9)))
                .OfType<Incumbent>().Select(item => value(item)!.Value)];
            if (seen.Length > 0)
            {
                data.Add(panel, name, seconds, seen.LowerQuartile(), seen.Median(), seen.UpperQuartile());
            }
        }
    }

    private static string Panel(string name, string names, int methods, AxisScale seconds) => $$"""
        {
          "title": { "text": {{Vega.Json(name)}}, "anchor": "middle", "fontSize": 12, "fontWeight": "normal", "offset": 6 },
          "width": 380, "height": 300,
          "transform": [{ "filter": {{Vega.Json($"datum.panel === '{name}'")}} }],
          "encoding": {
            "x": {
              "field": "seconds", "type": "quantitative", "title": "seconds of training and scoring{{seconds.Words}}",
              "scale": {{seconds.Json()}}, "axis": { {{seconds.TicksJson()}} }
            },
            "color": {
              "field": "method", "type": "nominal", "title": null, "sort": {{names}},
              "legend": { "orient": "bottom", "columns": 4, "symbolType": "stroke", "symbolSize": 260 },
              "scale": { "domain": {{names}}, "range": {{Vega.Json(Styles(methods).Select(style => style.Colour))}} }
            },
            "strokeDash": {
              "field": "method", "type": "nominal", "title": null, "sort": {{names}},
              "scale": { "domain": {{names}}, "range": [{{string.Join(", ", Styles(methods).Select(style => style.Dash))}}] }
            }
          },
          "layer": [
            {
              "mark": { "type": "area", "opacity": 0.1, "interpolate": "step-after", "strokeWidth": 0 },
              "encoding": {
                "y": { "field": "low", "type": "quantitative", "title": "accuracy, percent", "scale": { "zero": false } }, "y2": { "field": "high" },
                "strokeDash": { "value": [1, 0] }
              }
            },
            {
              "mark": { "type": "line", "interpolate": "step-after", "strokeWidth": 2, "clip": true },
              "encoding": {
                "y": { "field": "median", "type": "quantitative", "title": "accuracy, percent", "scale": { "zero": false } },
                "tooltip": [{ "field": "method" }, { "field": "seconds", "format": ",.0f" }, { "field": "median", "format": ".2f" }]
              }
            }
          ]
        }
        """;

    // Colours repeat after eight; then the dashes differ.
    private static IEnumerable<(string Colour, string Dash)> Styles(int count)
    {
        string[] colours = [Theme.Blue, Theme.Vermillion, Theme.Green, Theme.Orange, Theme.Purple, Theme.Sky, Theme.Ink, Theme.Grey];
        string[] dashes = ["[1, 0]", "[6, 3]", "[2, 2]"];
        return Enumerable.Range(0, count).Select(i => (colours[i % colours.Length], dashes[i / colours.Length % dashes.Length]));
    }

    private static string Caption(SearchResults results, TestAccuracies test, string scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"The best architecture so far by {results.Seen} accuracy against what the search had spent on training and scoring; right, its {test.Targets[0]} accuracy. "
        + $"Lines: median over {results.Request.Repeats} repeats; bands: quartiles. A line begins where half of the repeats have trained an architecture. Budget: {results.Request.Budget}; "
        + $"{results.Rows.Count} architectures of {results.Request.Table.Description.Title}. A method that trains nothing is a short line at what its scoring took, on the right alone. {scores}");
}
