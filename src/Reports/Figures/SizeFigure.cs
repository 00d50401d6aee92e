using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;
using ZcBench.Statistics;

namespace ZcBench.Reports.Figures;

/// <summary>Skill by size group: every proxy's ρ among cells with equally many convolutions.</summary>
internal sealed class SizeFigure : IFigure
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public IEnumerable<Figure> Of(ReportSubject subject) =>
        subject
            .Main.Printed.Where(population =>
                population.Proxies.Count > 0 && population.Proxies[0].Profile.Count > 0
            )
            .Select(population =>
            {
                var run = subject.Main.Run;
                var data = new FigureData("proxy", "convolutions", "group", "n", "rho");
                foreach (var proxy in population.Proxies)
                {
                    foreach (var group in proxy.Profile)
                    {
                        data.Add(proxy.Id, group.Convolutions, Name(group), group.Count, group.Rho.Value);
                    }
                }

                List<string> ids = [.. population.Proxies.Select(proxy => proxy.Id)];
                var groups = population
                    .Proxies.SelectMany(proxy => proxy.Profile)
                    .DistinctBy(group => group.Convolutions)
                    .OrderBy(group => group.Convolutions)
                    .ToList();
                var cells = population
                    .Proxies.SelectMany(
                        (proxy, row) =>
                            proxy.Profile.Select(group => new HeatCell(
                                groups.FindIndex(item => item.Convolutions == group.Convolutions),
                                row,
                                group.Rho.Value
                            ))
                    )
                    .ToList();
                return new Figure(
                    $"size_{population.Population.Id}",
                    "Skill among cells of equal size",
                    "Spearman's ρ of each proxy among cells with equally many convolutions "
                        + $"that reach the output, for {Captions.About(run, population.Population)} Proxies "
                        + "in the order of their ρ over all; "
                        + "hatched with a dash where scores or accuracies are all equal. "
                        + "Groups of few architectures scatter.",
                    [
                        [
                            HeatMap.PanelOf(
                                cells,
                                new("proxy", ids),
                                new("convolutions in the cell (architectures)", [.. groups.Select(Name)]),
                                width: 62,
                                height: 17,
                                numberSize: 10,
                                isUpright: false
                            ),
                        ],
                    ],
                    data.ToCsv()
                )
                {
                    Legend = HeatMap.Legend(cells, "scores or accuracies are all equal"),
                    Bar = ColourBar.Correlations("Spearman's ρ"),
                };
            });

    private static string Name(ConvolutionGroup group) =>
        $"{NumberText.Count(group.Convolutions)} (n {NumberText.Count(group.Count)})";
}
