using ZcBench.Reports.Analysis;
using ZcBench.Reports.Statistics.Catalogue;

namespace ZcBench.Reports.Tables;

/// <summary>What is left of each proxy when size is held fixed.</summary>
public sealed class SizeTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) => analysis.Printed
        .Select(population =>
        {
            var groups = population.Proxies[0].Profile;
            return new ReportTable(
                $"size_{population.Population.Id}",
                $"Skill at equal size, {Captions.About(analysis.Run, population.Population)} Within size: Kendall's τ-b among equal "
                + "parameters, mean weighted by group, groups of 30 and more. Given size: partial ρ given log params and number of "
                + $"convolutions. On the right Spearman's ρ among cells with so many convolutions. {Captions.Measured(analysis.Run)}",
                [
                    new("proxy", IsNumber: false), new("Kendall τ-b", Best: Best.Highest), new("within size", Best: Best.Highest),
                    new("Spearman ρ", Best: Best.Highest), new("given size", Best: Best.Highest),
                    new("within convolutions", Best: Best.Highest),
                    .. groups.Select(group => new ReportColumn($"{group.Convolutions} (n {group.Count})", Best: Best.Highest)),
                ],
                [.. population.Proxies.Select(proxy => (IReadOnlyList<string>)
                [
                    proxy.Id, Cells.Number(proxy.Tau.Point), Cells.Number(proxy.Values[new TauWithinSize().Info.Id]),
                    Cells.Number(proxy.Rho.Point), Cells.Number(proxy.Values[new PartialRho().Info.Id]),
                    Cells.Number(proxy.Values[new RhoWithinConvolutions().Info.Id]),
                    .. proxy.Profile.Select(group => Cells.Number(group.Rho)),
                ])]);
        });
}
