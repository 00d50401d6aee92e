using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;

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
                [.. Ceilings(subject), .. ids.Select(id => Row(id, reports))]
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

    private static IReadOnlyList<string> Row(string id, IReadOnlyList<PopulationReport> reports)
    {
        var found = reports.Select(report => report.Proxies.FirstOrDefault(proxy => proxy.Id == id)).ToList();
        return
        [
            id,
            NumberText.Labels(found.OfType<ProxyReport>().First().Column),
            .. found.SelectMany(proxy =>
                proxy is null
                    ? new[] { NumberText.None, "", NumberText.None, "" }
                    :
                    [
                        NumberText.Number(proxy.Rho.Point),
                        NumberText.Span(proxy.Rho),
                        NumberText.Number(proxy.Tau.Point),
                        NumberText.Span(proxy.Tau),
                    ]
            ),
        ];
    }
}
