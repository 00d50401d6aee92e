using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>The same proxies on every population: figures on different sets are different figures.</summary>
internal sealed class PopulationsTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        if (analysis.Populations.Count < 2)
        {
            return [];
        }

        var headings = analysis.Populations.SelectMany(population =>
            new ReportColumn[]
            {
                new($"ρ {population.Population.Id}", Best: Best.Highest),
                new("τ-b", Best: Best.Highest),
            }
        );
        var sets = string.Join(
            "; ",
            analysis.Populations.Select(item =>
                $"{item.Population.Id}, {item.Population.Title}, "
                + $"n = {NumberText.Count(item.Population.Rows.Count)}"
            )
        );
        return
        [
            new(
                "populations",
                $"Spearman's ρ and Kendall's τ-b with {analysis.Run.Manifest.Target.Title} on subsets: "
                    + $"{sets}. Aggregates are recomputed on each.",
                [new("proxy", IsNumber: false), .. headings],
                [
                    .. analysis
                        .Populations[0]
                        .Proxies.Select(proxy =>
                            (IReadOnlyList<string>)
                                [
                                    proxy.Id,
                                    .. analysis.Populations.SelectMany(population =>
                                    {
                                        var own = population.Proxies.FirstOrDefault(item =>
                                            item.Id == proxy.Id
                                        );
                                        return new[]
                                        {
                                            own is null ? NumberText.None : NumberText.Number(own.Rho.Point),
                                            own is null ? NumberText.None : NumberText.Number(own.Tau.Point),
                                        };
                                    }),
                                ]
                        ),
                ]
            ),
        ];
    }
}
