using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Figures;

/// <summary>
/// How much of one proxy is another: rank correlation between all pairs, alike ones side by side.
/// </summary>
internal sealed class RedundancyFigure : IFigure
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

        var order = Clustering.Order([
            .. tau.Select(row => (IReadOnlyList<double>)[.. row.Select(cell => cell.Value ?? 0)]),
        ]);
        var data = new FigureData("first", "second", "tau");
        foreach (var i in order)
        {
            foreach (var j in order)
            {
                data.Add(ids[i], ids[j], tau[i][j].Value);
            }
        }

        List<string> names = [.. order.Select(i => ids[i])];
        var cells = order
            .SelectMany((i, row) => order.Select((j, column) => new HeatCell(column, row, tau[i][j].Value)))
            .ToList();
        var hasNumbers = ids.Count <= MostWithNumbers;
        var (run, population) = (subject.Main.Run, subject.Main.Populations[0].Population);
        return
        [
            new(
                "redundancy",
                "Rank correlation between proxies",
                "Kendall's τ-b between the orders that two proxies give, "
                    + "each turned so that higher is better, "
                    + $"n = {NumberText.Count(run.Architectures.Count)}: {population.Title}; "
                    + $"accuracies ({run.Manifest.Target}) play no part. "
                    + "Alike proxies stand side by side (average linkage); "
                    + "hatched where all scores are equal.",
                [
                    [
                        HeatMap.PanelOf(
                            cells,
                            new("proxy", names),
                            new("proxy", names),
                            width: hasNumbers ? 26 : 15,
                            height: hasNumbers ? 20 : 15,
                            numberSize: hasNumbers ? 8 : 0,
                            isUpright: true
                        ),
                    ],
                ],
                data.ToCsv()
            )
            {
                Legend = HeatMap.Legend(cells, "all scores are equal"),
                Bar = ColourBar.Correlations("Kendall's τ-b"),
            },
        ];
    }
}
