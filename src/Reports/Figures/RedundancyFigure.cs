using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>How much of one proxy is another: rank correlation between all pairs, alike ones side by side.</summary>
public sealed class RedundancyFigure : IFigure
{
    private const int MostWithNumbers = 24;

    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject)
    {
        var (ids, tau) = (subject.Main.Redundancy.Ids, subject.Main.Redundancy.Tau);
        if (ids.Count < 2)
        {
            return [];
        }

        var order = Clustering.Order([.. tau.Select(row => (IReadOnlyList<double>)[.. row.Select(cell => cell.Value ?? 0)])]);
        var data = new FigureData("first", "second", "tau");
        foreach (var i in order)
        {
            foreach (var j in order)
            {
                data.Add(ids[i], ids[j], tau[i][j].Value);
            }
        }

        const string Title = "Rank correlation between proxies";
        var sort = Vega.Json(order.Select(i => ids[i]));
        var numbers = ids.Count <= MostWithNumbers ? $", {HeatMap.Numbers("tau", 8)}" : "";
        return
        [
            new(
                "redundancy", Title,
                $"Kendall's τ-b between the orders that two proxies give {subject.Main.Populations[0].Population.Title} "
                + $"({subject.Main.Run.Table.Description.Title}), n = {Cells.Count(subject.Main.Run.Architectures.Count)}, each turned so that higher is better; "
                + $"accuracies ({subject.Main.Run.Manifest.Target}) play no part. Alike proxies stand side by side (average linkage); grey where all scores are "
                + $"equal. Undefined scores rank worst. {Captions.Measured(subject.Main.Run)}",
                Vega.Specification(Title, data, $$"""
                    {
                      "width": { "step": {{(numbers.Length > 0 ? 26 : 15)}} }, "height": { "step": {{(numbers.Length > 0 ? 20 : 15)}} },
                      "encoding": {
                        "y": {
                          "field": "first", "type": "nominal", "sort": {{sort}}, "title": "proxy",
                          "axis": { "labelOverlap": false, "ticks": false }
                        },
                        "x": {
                          "field": "second", "type": "nominal", "sort": {{sort}}, "title": "proxy",
                          "axis": { "labelAngle": -90, "labelOverlap": false, "ticks": false }
                        },
                        "tooltip": [{ "field": "first" }, { "field": "second" }, { "field": "tau", "format": ".3f", "title": "τ-b" }]
                      },
                      "layer": [{{HeatMap.Cells("tau", "Kendall's τ-b")}}{{numbers}}]
                    }
                    """),
                data.ToCsv()),
        ];
    }
}
