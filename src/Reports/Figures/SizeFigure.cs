using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>Skill by size group: every proxy's ρ among cells with equally many convolutions.</summary>
public sealed class SizeFigure : IFigure
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) => subject.Main.Printed
        .Where(population => population.Proxies.Count > 0 && population.Proxies[0].Profile.Count > 0)
        .Select(population =>
        {
            var run = subject.Main.Run;
            var data = new FigureData("proxy", "convolutions", "group", "n", "rho");
            foreach (var proxy in population.Proxies)
            {
                foreach (var group in proxy.Profile)
                {
                    data.Add(
                        proxy.Id, group.Convolutions, $"{Cells.Count(group.Convolutions)} (n {Cells.Count(group.Count)})", group.Count,
                        group.Rho.Value);
                }
            }

            const string Title = "Skill among cells of equal size";
            return new Figure(
                $"size_{population.Population.Id}", Title,
                $"Spearman's ρ of each proxy among cells with equally many convolutions that reach the output, for {Captions.About(run, population.Population)} "
                + "Proxies in the order of their ρ over all; a dash where scores or accuracies are all equal. Groups of few architectures scatter. "
                + Captions.Measured(run),
                Vega.Specification(Title, data, $$"""
                    {
                      "width": { "step": 62 }, "height": { "step": 17 },
                      "encoding": {
                        "y": {
                          "field": "proxy", "type": "nominal", "sort": {{Vega.Json(population.Proxies.Select(proxy => proxy.Id))}},
                          "title": "proxy", "axis": { "labelOverlap": false, "ticks": false }
                        },
                        "x": {
                          "field": "group", "type": "nominal", "sort": { "field": "convolutions" },
                          "title": "convolutions in the cell (architectures)", "axis": { "labelAngle": 0, "labelOverlap": false, "orient": "top" }
                        }
                      },
                      "layer": [
                        {{HeatMap.Cells("rho", "Spearman's ρ")}},
                        {{HeatMap.Numbers("rho")}}
                      ]
                    }
                    """),
                data.ToCsv());
        });
}
