using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// One table over everything that proxies were compared with: a row for each proxy, ρ and τ-b with intervals
/// for each target, the best of each column in bold.
/// </summary>
internal static class DatasetsTable
{
    /// <summary>The table; none where there is a single target.</summary>
    public static IEnumerable<ReportTable> Of(ReportSubject subject)
    {
        if (subject.Targets.Count < 2)
        {
            return [];
        }

        var interval = NumberText.IntervalColumn(subject.Main.Bootstrap);
        var reports = subject.Targets.Select(analysis => analysis.Populations[0]).ToList();
        var ids = reports
            .SelectMany(report => report.Proxies)
            .Select(proxy => proxy.Id)
            .Distinct(StringComparer.Ordinal);
        var sizes = reports.Select(report => report.Population.Rows.Count).Distinct().ToList();
        var counts = sizes.ConvertAll(NumberText.Count);
        var runs = subject.Targets.Select(analysis => analysis.Run).ToList();
        return
        [
            new(
                "datasets",
                "Rank correlation of zero-cost proxies with trained accuracies, "
                    + $"n = {string.Join(", ", counts)}: {reports[0].Population.Title}. "
                    + Captions.Protocols(runs),
                [
                    new("proxy", IsNumber: false),
                    new("labels"),
                    .. subject.Targets.SelectMany(analysis =>
                    {
                        var group = analysis.Run.Manifest.Target.ToString();
                        return new ReportColumn[]
                        {
                            new("ρ", Best: Best.Highest, Group: group),
                            interval with
                            {
                                Group = group,
                            },
                            new("τ-b", Best: Best.Highest, Group: group),
                            interval with
                            {
                                Group = group,
                            },
                        };
                    }),
                ],
                [.. Ceilings(subject), .. ids.Select(id => Row(id, subject.Targets))]
            ),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Ceilings(ReportSubject subject) =>
        subject.Targets.Any(analysis => analysis.Ceiling is not null)
            ?
            [
                [
                    "(noise ceiling)",
                    "",
                    .. subject.Targets.SelectMany(analysis =>
                        analysis.Ceiling is { } ceiling
                            ? new[] { NumberText.Number(ceiling.Rho), "", NumberText.Number(ceiling.Tau), "" }
                            : ["", "", "", ""]
                    ),
                ],
            ]
            : [];

    private static IReadOnlyList<string> Row(string id, IReadOnlyList<RunAnalysis> analyses)
    {
        var found = analyses.Select(analysis => Correlations(id, analysis)).ToList();
        return
        [
            id,
            NumberText.Labels(
                analyses
                    .SelectMany(analysis => analysis.Populations[0].Proxies)
                    .First(proxy => proxy.Id == id)
                    .Column
            ),
            .. found.SelectMany(item =>
                item is var (rho, tau)
                    ? new[]
                    {
                        NumberText.Number(rho.Point),
                        NumberText.Span(rho),
                        NumberText.Number(tau.Point),
                        NumberText.Span(tau),
                    }
                    : [NumberText.None, "", NumberText.None, ""]
            ),
        ];
    }

    // A baseline that is the best for one target is shown for all.
    private static (Interval Rho, Interval Tau)? Correlations(string id, RunAnalysis analysis)
    {
        var report = analysis.Populations[0];
        if (report.Proxies.FirstOrDefault(proxy => proxy.Id == id) is { } shown)
        {
            return (shown.Rho, shown.Tau);
        }

        var part = analysis.Run.Select(report.Population.Rows);
        if (part.Columns.FirstOrDefault(column => column.Proxy.Id == id) is not { } other)
        {
            return null;
        }

        Sample[] samples = [part.Sample(other)];
        return (
            analysis.Bootstrap.Run(new Spearman(), samples)[0].Interval(),
            analysis.Bootstrap.Run(new KendallTauB(), samples)[0].Interval()
        );
    }
}
