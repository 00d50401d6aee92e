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
    private static readonly int[] Digits = [1, 2, 5];

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
        var curves = results.Methods.Select(method => new Curve(method.Call.ToString(), [.. method.Outcomes.Select(Incumbent.Of).Where(repeat => repeat.Count > 0)]))
            .Where(curve => curve.Repeats.Count > 0 && curve.Repeats.All(repeat => repeat[0].Seconds > 0)).ToList();
        var data = new FigureData("panel", "method", "seconds", "low", "median", "high", "trains");
        var marks = panels.Select(panel => curves.Select(curve => Add(data, panel.Name, curve, panel.Value)).OfType<double>().ToList()).ToList();
        const string Title = "Best architecture so far against what was spent";
        var seconds = curves.SelectMany(curve => new[] { curve.First, curve.Last }).DefaultIfEmpty(1).ToList();
        var scale = new AxisScale("log", FigureData.Rounded(seconds.Min() / 1.1), FigureData.Rounded(seconds.Max() * 1.1));
        var names = curves.Select(curve => curve.Name).ToList();
        return new(
            "anytime", Title, Caption(results, test, scores), Vega.Specification(Title, data, $$"""
                {
                  "hconcat": [{{string.Join(",\n", panels.Select((panel, i) => Panel(panel.Name, names, scale, Domain(marks[i]))))}}],
                  "spacing": 24, "resolve": { "scale": { "color": "shared", "strokeDash": "shared" } }
                }
                """), data.ToCsv());
    }

    // Starts are far below where searches end and would flatten what tells them apart.
    private static double[] Domain(List<double> ends) => ends.Count == 0
        ? [0, 100]
        : [Math.Max(0, Math.Floor(ends.Min() - 3 * (ends.Max() - ends.Min()) - 1)), Math.Min(100, Math.Ceiling((ends.Max() + 0.2) * 2) / 2)];

    // Adds a curve and says where its median ends; nothing where the value is not known, as validation is not where nothing is trained.
    private static double? Add(FigureData data, string panel, Curve curve, Func<Incumbent, double?> value)
    {
        if (curve.Repeats.SelectMany(repeat => repeat).Any(item => value(item) is null))
        {
            return null;
        }

        double? end = null;
        for (var i = 0; i < (curve.Trains ? Places : 1); i++)
        {
            var seconds = curve.Trains ? curve.First * Math.Pow(curve.Last / curve.First, (double)i / (Places - 1)) : curve.Last;
            double[] seen = [.. curve.Repeats.Select(repeat => value(repeat.Last(item => item.Seconds <= seconds * (1 + 1e-9)))!.Value)];
            end = seen.Median();
            data.Add(panel, curve.Name, seconds, seen.LowerQuartile(), end, seen.UpperQuartile(), curve.Trains);
        }

        return end;
    }

    private static string Panel(string name, IReadOnlyList<string> methods, AxisScale seconds, double[] domain) => $$"""
        {
          "title": { "text": {{Vega.Json(name)}}, "anchor": "middle", "fontSize": 12, "fontWeight": "normal", "offset": 6 },
          "width": 380, "height": 300,
          "transform": [{ "filter": {{Vega.Json($"datum.panel === '{name}'")}} }],
          "encoding": {
            "x": {
              "field": "seconds", "type": "quantitative", "title": "seconds of training and scoring{{seconds.Words}}",
              "scale": {{seconds.Json()}}, "axis": { "format": ",", "values": {{Vega.Json(Ticks(seconds))}} }
            },
            "color": {
              "field": "method", "type": "nominal", "title": null, "sort": {{Vega.Json(methods)}},
              "legend": {
                "orient": "bottom", "columns": 4, "symbolType": "stroke", "symbolSize": 400, "symbolOpacity": 1, "symbolStrokeWidth": 2.5, "labelLimit": 420
              },
              "scale": { "domain": {{Vega.Json(methods)}}, "range": {{Vega.Json(Styles(methods.Count).Select(style => style.Colour))}} }
            },
            "strokeDash": {
              "field": "method", "type": "nominal", "title": null, "sort": {{Vega.Json(methods)}},
              "scale": { "domain": {{Vega.Json(methods)}}, "range": [{{string.Join(", ", Styles(methods.Count).Select(style => style.Dash))}}] }
            }
          },
          "layer": [
            {
              "transform": [{ "filter": "datum.trains" }],
              "mark": { "type": "area", "opacity": 0.1, "interpolate": "step-after", "strokeWidth": 0, "clip": true },
              "encoding": { "y": {{Accuracy("low", domain)}}, "y2": { "field": "high" }, "strokeDash": { "value": [1, 0] } }
            },
            {
              "transform": [{ "filter": "datum.trains" }],
              "mark": { "type": "line", "interpolate": "step-after", "strokeWidth": 2, "clip": true },
              "encoding": {
                "y": {{Accuracy("median", domain)}},
                "tooltip": [{ "field": "method" }, { "field": "seconds", "format": ",.0f" }, { "field": "median", "format": ".2f" }]
              }
            },
            {
              "transform": [{ "filter": "!datum.trains" }],
              "mark": { "type": "rule", "strokeWidth": 2, "clip": true },
              "encoding": { "y": {{Accuracy("low", domain)}}, "y2": { "field": "high" } }
            },
            {
              "transform": [{ "filter": "!datum.trains" }],
              "mark": { "type": "point", "filled": true, "size": 60, "opacity": 1, "clip": true },
              "encoding": { "y": {{Accuracy("median", domain)}}, "strokeDash": { "value": [1, 0] } }
            }
          ]
        }
        """;

    // 1, 2 and 5 times the powers of ten within the axis.
    private static IEnumerable<double> Ticks(AxisScale scale) => Enumerable.Range(-3, 12)
        .SelectMany(power => Digits, (power, digit) => digit * Math.Pow(10, power))
        .Where(tick => tick >= scale.Low && tick <= scale.High);

    private static string Accuracy(string field, double[] domain) => $$"""
        {
          "field": "{{field}}", "type": "quantitative", "title": "accuracy, percent",
          "scale": { "domain": {{Vega.Json(domain)}}, "zero": false, "nice": false }
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
        + $"Lines: median over repeats, {results.Request.Repeats} of each method; bands: quartiles; a line begins where every repeat has trained an architecture, repeats that chose none are left out, and the axis leaves out the low start. Budget: {results.Request.Budget}; "
        + $"{results.Request.Table.Architectures.Count} architectures of {results.Request.Table.Description.Title}. A method that trains nothing is a point at what its scoring took, on the right alone; where that is not known it is left out. {scores}");

    private sealed record Curve(string Name, IReadOnlyList<IReadOnlyList<Incumbent>> Repeats)
    {
        public bool Trains => Repeats.All(repeat => repeat[0].ValidationPercent is not null);

        public double First => Repeats.Max(repeat => repeat[0].Seconds);

        public double Last => Math.Max(First, Repeats.Max(repeat => repeat[^1].Seconds));
    }
}
