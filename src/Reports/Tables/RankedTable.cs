using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// The first table of every run: proxies ranked by Spearman's ρ with the trained accuracy, with bootstrap
/// intervals, the gain over counting, coverage and cost, below the noise ceiling. Undefined scores are ranked
/// worst; correlations keep their sign.
/// </summary>
internal sealed class RankedTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        analysis.Printed.Select(population =>
            Of(analysis.Run, population, analysis.Ceiling, analysis.Bootstrap, _ => true)
        );

    /// <summary>The short table of a run: the proxies asked for and the best baseline.</summary>
    public static ReportTable Brief(
        ScoredRun run,
        PopulationReport population,
        NoiseCeiling? ceiling,
        Bootstrap bootstrap
    ) =>
        Of(
            run,
            population,
            ceiling,
            bootstrap,
            id => id == population.Baseline || run.Column(id) is not null
        );

    private static ReportTable Of(
        ScoredRun run,
        PopulationReport population,
        NoiseCeiling? ceiling,
        Bootstrap bootstrap,
        Func<string, bool> isShown
    )
    {
        var rows = population
            .Proxies.Where(proxy => isShown(proxy.Id))
            .Select(
                (proxy, place) =>
                    (IReadOnlyList<string>)
                        [
                            NumberText.Count(place + 1),
                            proxy.Id,
                            NumberText.Labels(proxy.Column),
                            NumberText.Number(proxy.Rho.Point),
                            NumberText.Span(proxy.Rho),
                            NumberText.Number(proxy.Tau.Point),
                            NumberText.Span(proxy.Tau),
                            proxy.Gain is { } gain && gain.Baseline != proxy.Id
                                ? NumberText.Signed(gain.Rho.Difference.Point)
                                : NumberText.None,
                            proxy.Gain is { } span && span.Baseline != proxy.Id
                                ? NumberText.SignedSpan(span.Rho.Difference)
                                : NumberText.None,
                            NumberText.Count(proxy.Coverage.Asked),
                            NumberText.Count(proxy.Coverage.Asked - proxy.Coverage.Defined),
                            NumberText.Milliseconds(proxy.Column.MillisecondsPerArchitecture),
                        ]
            );
        IReadOnlyList<string>[] above = ceiling is null
            ? []
            :
            [
                [
                    "",
                    "(noise ceiling)",
                    "",
                    NumberText.Number(ceiling.Rho),
                    "",
                    NumberText.Number(ceiling.Tau),
                    "",
                    "",
                    "",
                    NumberText.Count(ceiling.Architectures),
                    "",
                    "",
                ],
            ];
        return new(
            $"ranked_{population.Population.Id}",
            Caption(run, population),
            Headings(bootstrap),
            [.. above, .. rows]
        )
        {
            Method =
                population.Population.Rows.Count < run.Architectures.Count
                    ? ""
                    : ProtocolText.Method(run, ceiling, bootstrap),
        };
    }

    private static IReadOnlyList<ReportColumn> Headings(Bootstrap bootstrap)
    {
        var interval = NumberText.IntervalColumn(bootstrap);
        return
        [
            new("#"),
            new("proxy", IsNumber: false),
            new("labels"),
            new("Spearman ρ", Best: Best.Highest),
            interval,
            new("Kendall τ-b", Best: Best.Highest),
            interval,
            new("gain in ρ"),
            interval,
            new("n"),
            new("undefined"),
            new("ms/arch"),
        ];
    }

    private static string Caption(ScoredRun run, PopulationReport population)
    {
        var about =
            $"Rank correlation of zero-cost proxies with {Captions.About(run, population.Population)}";
        var gain = population.Baseline is { } baseline
            ? $"Gain: difference in ρ from {baseline}, the best count of the graph here."
            : "Gain: no count of the graph was scored.";
        return $"{about} {gain}";
    }
}
