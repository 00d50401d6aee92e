using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Scores.Published;

namespace ZcBench.Reports.Tables;

/// <summary>Scores of others against the same accuracies, and how far ours agree with theirs.</summary>
internal sealed class PublishedTable : IAnalysisTable
{
    /// <inheritdoc/>
    public int Order => 110;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis) =>
        analysis.Published.SelectMany(
            (file, i) =>
                file
                    .Populations.Select(population => Correlations(analysis, file, population, i))
                    .Append(Agreement(analysis, file, i))
        );

    private static ReportTable Correlations(
        RunAnalysis analysis,
        PublishedReport file,
        PublishedPopulation population,
        int place
    )
    {
        var interval = NumberText.IntervalColumn(analysis.Bootstrap);
        return new(
            Name($"published_{population.Population.Id}", place),
            $"Scores published in {file.File} (SHA-256 {file.Checksum[..12]}…), "
                + $"not measured here, against {Captions.About(analysis.Run, population.Population)} n: "
                + "architectures with a finite score in the file. "
                + "ρ worst: with the others of the file ranked worst. "
                + "Signs as in the file; what it marks as lower is better is turned. "
                + "Gain: difference in ρ from the best count of the graph on the same architectures. "
                + $"{file.Elsewhere} architectures of the file are not in the run.",
            [
                new("published", IsNumber: false),
                new("listed"),
                new("n"),
                new("Spearman ρ", Best: Best.Highest),
                interval,
                new("Kendall τ-b", Best: Best.Highest),
                interval,
                new("gain in ρ"),
                interval,
                new("ρ worst"),
                new("ρ in the top decile"),
                new("within size"),
                new("given size"),
                new("undefined because", IsNumber: false),
            ],
            [
                .. population.Proxies.Select(proxy =>
                    (IReadOnlyList<string>)
                        [
                            proxy.Id,
                            NumberText.Count(proxy.Coverage.Asked),
                            NumberText.Count(proxy.Coverage.Defined),
                            NumberText.Number(proxy.Rho.Point),
                            NumberText.Span(proxy.Rho),
                            NumberText.Number(proxy.Tau.Point),
                            NumberText.Span(proxy.Tau),
                            proxy.Gain is { } gain
                                ? NumberText.Signed(gain.Rho.Difference.Point)
                                : NumberText.None,
                            proxy.Gain is { } span
                                ? NumberText.SignedSpan(span.Rho.Difference)
                                : NumberText.None,
                            NumberText.Number(proxy.Coverage.RhoWorst),
                            NumberText.Number(proxy.TopDecileRho),
                            NumberText.Number(proxy.TauWithinSize),
                            NumberText.Number(proxy.PartialRho),
                            string.Join(
                                "; ",
                                proxy.Coverage.Undefined.Select(reason => $"{reason.Key} ({reason.Value})")
                            ),
                        ]
                ),
            ]
        );
    }

    private static ReportTable Agreement(RunAnalysis analysis, PublishedReport file, int place)
    {
        var rows = file
            .Agreements.GroupBy(item => item.Theirs)
            .SelectMany(group =>
            {
                var nearest = group.Where(item => item.Rho.Value is not null).MaxBy(item => item.Rho.Value);
                var namesakes = group.Where(item => Namesakes.Are(item.Ours, item.Theirs));
                return namesakes
                    .Select(item => (Item: item, Why: "same definition"))
                    .Concat(
                        nearest is null || namesakes.Contains(nearest) ? [] : [(nearest, "nearest of ours")]
                    );
            });
        return new(
            Name("agreement", place),
            $"Our scores compared with those of {file.File}: "
                + "Spearman's ρ and Kendall's τ-b over the architectures that both score.",
            [
                new("theirs", IsNumber: false),
                new("ours", IsNumber: false),
                new("", IsNumber: false),
                new("n"),
                new("Spearman ρ"),
                new("Kendall τ-b"),
            ],
            [
                .. rows.Select(row =>
                    (IReadOnlyList<string>)
                        [
                            row.Item.Theirs,
                            row.Item.Ours,
                            row.Why,
                            NumberText.Count(row.Item.Common),
                            NumberText.Number(row.Item.Rho),
                            NumberText.Number(row.Item.Tau),
                        ]
                ),
            ]
        );
    }

    private static string Name(string table, int place) =>
        place == 0 ? table : string.Create(CultureInfo.InvariantCulture, $"{table}_{place + 1}");
}
