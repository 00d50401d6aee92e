using ZcBench.Reports.Aggregates;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics.Catalogue;
using ZcBench.Reports.Statistics.Resampling;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>WOT taken apart: its two atoms against each other, and what each balance of the two would rank like.</summary>
public sealed class DasFigure : IFigure
{
    private const string PointPart = "architecture";
    private const string LinePart = "equal WOT";
    private const string WeightPart = "weight";

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var run = subject.Main.Run;
        if (run.Column("das_units") is not { } units || run.Column("das_distinct") is not { } distinct)
        {
            return [];
        }

        var both = Enumerable.Range(0, run.Architectures.Count).Where(i => units.Scores[i].IsDefined && distinct.Scores[i].IsDefined).ToList();
        if (both.Count < 3)
        {
            return [];
        }

        var (x, y) = (both.ConvertAll(i => units.Scores[i].Value), both.ConvertAll(i => distinct.Scores[i].Value));
        var (xScale, yScale) = (AxisScale.Linear(x), AxisScale.Linear(y));
        var data = new FigureData("part", "name", "units", "distinct", "accuracy", "rank", "weight", "rho", "low", "high");
        AddPoints(data, run, both, x, y);
        AddLines(data, x.Zip(y, (u, d) => u + d).Order().ToList(), xScale, yScale);
        var curve = Sweep(run, units, distinct, subject.Main.Bootstrap);
        foreach (var (weight, rho) in DasWeighted.Weights.Zip(curve))
        {
            data.Add(WeightPart, null, null, null, null, null, weight, rho.Point.Value, rho.Low.Value, rho.High.Value);
        }

        const string Title = "WOT taken apart";
        return
        [
            new(
                "das", Title,
                $"The two atoms of WOT, log N_A (number of units) and log|det K̂|/N (how far the images are told apart), {Captions.About(run, subject.Main.Populations[0].Population)} "
                + $"Left: the {Cells.Count(both.Count)} architectures that have both, coloured by accuracy; WOT is the plain sum, so that it is the same along each line.{PointSample.Words(both.Count)} "
                + $"Right: Spearman's ρ of (1 − w) · log N_A + w · log|det K̂|/N with accuracy and its {Cells.Level(subject.Main.Bootstrap)} interval against the weight w; WOT's own balance is w = ½. "
                + $"{Captions.Measured(run)} {Captions.Intervals(subject.Main.Bootstrap)}",
                Vega.Specification(Title, data, $$"""
                    { "hconcat": [{{Atoms(xScale, yScale)}}, {{Weights()}}], "spacing": 30, "resolve": { "legend": { "color": "independent" } } }
                    """),
                data.ToCsv()),
        ];
    }

    private static void AddPoints(FigureData data, ScoredRun run, List<int> both, List<double> x, List<double> y)
    {
        var ranks = Statistics.Ranks.Of([.. both.Select(i => run.AccuracyPercent[i])]);
        foreach (var i in PointSample.Of(both.Count))
        {
            data.Add(
                PointPart, run.Architectures[both[i]].Text, x[i], y[i], run.AccuracyPercent[both[i]], ranks.Average(i) / both.Count,
                null, null, null, null);
        }
    }

    // Three lines u + d = c, at the quartiles of WOT, cut to the panel.
    private static void AddLines(FigureData data, List<double> sums, AxisScale x, AxisScale y)
    {
        foreach (var (name, share) in new[] { ("lower quartile", 0.25), ("median", 0.5), ("upper quartile", 0.75) })
        {
            var sum = sums[(int)(share * (sums.Count - 1))];
            var (left, right) = (Math.Max(x.Low, sum - y.High), Math.Min(x.High, sum - y.Low));
            data.Add(LinePart, name, left, sum - left, null, null, null, null, null, null);
            data.Add(LinePart, name, right, sum - right, null, null, null, null, null, null);
        }
    }

    private static IReadOnlyList<Interval> Sweep(ScoredRun run, ScoreColumn units, ScoreColumn distinct, Bootstrap bootstrap)
    {
        var whole = run.Whole();
        var samples = DasWeighted.Weights.Select(weight => whole.Sample(DasWeighted.Column(units, distinct, weight))).ToList();
        return [.. bootstrap.Run(new Spearman(), samples).Select(item => item.Interval())];
    }

    private static string Atoms(AxisScale x, AxisScale y) => $$"""
        {
          "width": 330, "height": 300,
          "encoding": {
            "x": { "field": "units", "type": "quantitative", "title": "das_units: log N_A", "scale": {{x.Json()}}, "axis": { "tickCount": 5 } },
            "y": { "field": "distinct", "type": "quantitative", "title": "das_distinct: log|det K̂|/N", "scale": {{y.Json()}}, "axis": { "tickCount": 6 } }
          },
          "layer": [
            {
              "transform": [{ "filter": "datum.part === '{{PointPart}}'" }],
              "mark": { "type": "point", "filled": true, "size": 22, "opacity": 0.75, "clip": true },
              "encoding": {
                "color": {
                  "field": "rank", "type": "quantitative", "title": "rank by accuracy", "scale": { "scheme": "viridis", "domain": [0, 1] },
                  "legend": { "orient": "bottom", "direction": "horizontal", "gradientLength": 200, "format": ".0%", "values": [0, 0.5, 1] }
                },
                "tooltip": [
                  { "field": "name", "title": "architecture" }, { "field": "units", "format": ".3f" }, { "field": "distinct", "format": ".3f" },
                  { "field": "accuracy", "format": ".2f" }
                ]
              }
            },
            {
              "transform": [{ "filter": "datum.part === '{{LinePart}}'" }],
              "mark": { "type": "line", "color": "{{Theme.Ink}}", "strokeDash": [5, 3], "strokeWidth": 1.2, "clip": true },
              "encoding": { "detail": { "field": "name" } }
            }
          ]
        }
        """;

    private static string Weights() => $$"""
        {
          "width": 330, "height": 300,
          "transform": [{ "filter": "datum.part === '{{WeightPart}}'" }],
          "encoding": { "x": { "field": "weight", "type": "quantitative", "title": "weight w of das_distinct", "axis": { "values": [0, 0.25, 0.5, 0.75, 1], "format": ".2f", "labelOverlap": false } } },
          "layer": [
            {
              "mark": { "type": "area", "color": "{{Theme.Blue}}", "opacity": 0.2 },
              "encoding": { "y": { "field": "low", "type": "quantitative", "scale": { "zero": false } }, "y2": { "field": "high" } }
            },
            {
              "mark": { "type": "line", "color": "{{Theme.Blue}}", "strokeWidth": 2, "point": { "filled": true, "size": 40, "color": "{{Theme.Blue}}" } },
              "encoding": {
                "y": { "field": "rho", "type": "quantitative", "title": "Spearman's ρ" },
                "tooltip": [{ "field": "weight" }, { "field": "rho", "format": ".3f", "title": "ρ" }, { "field": "low", "format": ".3f" }, { "field": "high", "format": ".3f" }]
              }
            },
            {
              "data": { "values": [{ "weight": 0.5, "text": "WOT" }] },
              "layer": [
                { "mark": { "type": "rule", "color": "{{Theme.Ink}}", "strokeDash": [5, 3], "strokeWidth": 1.2 } },
                {
                  "mark": { "type": "text", "align": "left", "baseline": "bottom", "dx": 5, "dy": -6, "fontSize": 11, "color": "{{Theme.Ink}}" },
                  "encoding": { "text": { "field": "text" }, "y": { "value": 300 } }
                }
              ]
            }
          ]
        }
        """;
}
