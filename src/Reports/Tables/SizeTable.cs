using ZcBench.Reports.Analysis;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>What is left of each proxy when size is held fixed.</summary>
internal sealed class SizeTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        analysis.Printed.Select(population =>
        {
            var groups = population.Proxies[0].Profile;
            return new ReportTable(
                $"size_{population.Population.Id}",
                "Correlation within equal-size groups, "
                    + $"{Captions.About(analysis.Run, population.Population)} Within size: "
                    + "Kendall's τ-b among architectures of equal parameters, "
                    + "weighted mean over groups of at least 30. "
                    + "Given size: partial ρ given log params and number of convolutions. "
                    + "Right: Spearman's ρ among cells with that many convolutions.",
                [
                    new("proxy", IsNumber: false),
                    new("Kendall τ-b", Best: Best.Highest),
                    new("within size", Best: Best.Highest),
                    new("Spearman ρ", Best: Best.Highest),
                    new("given size", Best: Best.Highest),
                    new("within convolutions", Best: Best.Highest),
                    .. groups.Select(group => new ReportColumn(
                        $"{group.Convolutions} (n {group.Count})",
                        Best: Best.Highest
                    )),
                ],
                [
                    .. population.Proxies.Select(proxy =>
                        (IReadOnlyList<string>)
                            [
                                proxy.Id,
                                NumberText.Number(proxy.Tau.Point),
                                NumberText.Number(proxy.Values[new TauWithinSize().Info.Id]),
                                NumberText.Number(proxy.Rho.Point),
                                NumberText.Number(proxy.Values[new PartialRho().Info.Id]),
                                NumberText.Number(proxy.Values[new RhoWithinConvolutions().Info.Id]),
                                .. proxy.Profile.Select(group => NumberText.Number(group.Rho)),
                            ]
                    ),
                ]
            );
        });
}
