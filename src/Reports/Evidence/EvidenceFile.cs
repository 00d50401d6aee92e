using System.Globalization;
using CsvHelper;
using ZcBench.Reports.Across;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Statistics.Resampling;
using CsvText = ZcBench.Reports.Files.CsvText;

namespace ZcBench.Reports.Evidence;

/// <summary>
/// Evidence on proxies: that of the project's own runs, which travels with the program, or that of any runs.
/// </summary>
internal static class EvidenceFile
{
    private const string Resource = "evidence/evidence.csv";
    private const string PartialRho = "partial_rho";

    private static readonly string[] Header =
    [
        "proxy",
        "space",
        "labels",
        "tasks",
        "architectures",
        "tau_b",
        "rho_given_size",
        "gain_in_tau_b",
        "milliseconds",
    ];

    /// <summary>
    /// The evidence of the project's own runs (docs/across-spaces.md), sorted by space and τ-b.
    /// </summary>
    public static IReadOnlyList<ProxyEvidence> Own { get; } = Read();

    /// <summary>
    /// The evidence of runs: each against the test accuracies of every dataset of its table that its networks
    /// can be compared with. A proxy without scores for most architectures of a space has no evidence there.
    /// </summary>
    public static IReadOnlyList<ProxyEvidence> Of(IEnumerable<ScoredRun> runs) =>
        [
            .. runs.SelectMany(Of)
                .OrderBy(item => item.Space, StringComparer.Ordinal)
                .ThenByDescending(item => item.Tau)
                .ThenBy(item => item.Proxy, StringComparer.Ordinal),
        ];

    /// <summary>The same as CSV, three digits a number.</summary>
    public static string Csv(IEnumerable<ProxyEvidence> evidence) =>
        CsvText.Of(
            evidence
                .Select(item =>
                    (IEnumerable<string>)
                        [
                            item.Proxy,
                            item.Space,
                            Whole(item.Labels),
                            Whole(item.Tasks),
                            Whole(item.Architectures),
                            Digits(item.Tau),
                            Digits(item.GivenSize),
                            Digits(item.Gain),
                            Digits(item.Milliseconds),
                        ]
                )
                .Prepend(Header)
        );

    private static IEnumerable<ProxyEvidence> Of(ScoredRun run)
    {
        var all = run.Showing(BaselineChoice.All);
        var own = run.Manifest.Target;
        var targets = run
            .Table.Targets.Where(target => target.Split == own.Split && target.Metric is null)
            .GroupBy(target => target.Dataset, StringComparer.Ordinal)
            .Select(group => group.Key == own.Dataset ? own : group.MaxBy(target => target.Epochs)!);
        var reports = targets
            .Select(target => all.Against(target))
            .Select(part => PopulationReport.Of(part, Population.Everything(part), new Bootstrap(1)))
            .ToList();
        return reports
            .SelectMany(report => report.Proxies)
            .GroupBy(proxy => proxy.Id, StringComparer.Ordinal)
            .Where(group =>
                group.All(proxy =>
                    proxy.Tau.Point.Value is not null && !CommonProxies.IsMostlyUndefined(proxy.Column)
                )
            )
            .Select(group => new ProxyEvidence(
                group.Key,
                run.Manifest.Space,
                (int)group.First().Column.Proxy.LabelBudget,
                reports.Count,
                run.Architectures.Count,
                group.Average(proxy => proxy.Tau.Point.Value!.Value),
                Mean(group.Select(proxy => proxy.Values[PartialRho].Value)),
                Mean(group.Select(proxy => proxy.Gain?.Tau.Difference.Point.Value)),
                group.First().Column.MillisecondsPerArchitecture
            ));
    }

    private static double? Mean(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count > 0 ? known.Average() : null;
    }

    private static List<ProxyEvidence> Read()
    {
        using var stream =
            typeof(EvidenceFile).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"resource {Resource} is missing from this build");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var csv = CsvReader.Create(copy.ToArray(), new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var rows = new List<ProxyEvidence>();
        while (csv.Read())
        {
            rows.Add(
                new(
                    csv.GetString(0),
                    csv.GetString(1),
                    int.Parse(csv.GetString(2), CultureInfo.InvariantCulture),
                    int.Parse(csv.GetString(3), CultureInfo.InvariantCulture),
                    int.Parse(csv.GetString(4), CultureInfo.InvariantCulture),
                    Number(csv.GetString(5))!.Value,
                    Number(csv.GetString(6)),
                    Number(csv.GetString(7)),
                    Number(csv.GetString(8))
                )
            );
        }

        return rows;
    }

    private static double? Number(string text) =>
        text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static string Digits(double? value) =>
        value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
