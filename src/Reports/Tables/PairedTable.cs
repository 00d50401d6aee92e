using System.Globalization;
using ZcBench.Reports.Analysis;

namespace ZcBench.Reports.Tables;

/// <summary>
/// Every proxy against every other on the same architectures: differences in τ-b above the diagonal, p-values
/// after Holm's correction over all pairs below it, and which pairs are equal for practical purposes.
/// </summary>
internal sealed class PairedTable : IAnalysisTable
{
    // More columns than a page holds with an interval each.
    private const int MostWithIntervals = 8;

    /// <inheritdoc/>
    public int Order => 75;

    /// <inheritdoc/>
    public IEnumerable<ReportTable> Of(RunAnalysis analysis)
    {
        var report = analysis.Populations[0];
        if (report.Proxies.Count < 2)
        {
            return [];
        }

        var ids = report
            .Proxies.OrderByDescending(proxy => proxy.Tau.Point.Value ?? double.NegativeInfinity)
            .Select(proxy => proxy.Id)
            .ToList();
        var pairs = report.Comparisons.ToDictionary(pair => (pair.First, pair.Second));
        var tau = report.Proxies.ToDictionary(proxy => proxy.Id, proxy => proxy.Tau, StringComparer.Ordinal);
        var hasIntervals = ids.Count <= MostWithIntervals && analysis.Bootstrap.HasIntervals;
        var margin = Comparison.Margin.ToString(CultureInfo.InvariantCulture);
        return
        [
            new(
                "paired",
                "Paired comparison of proxies by Kendall's τ-b, "
                    + $"{Captions.About(analysis)} On the diagonal τ-b; above it, "
                    + "the row's τ-b less the column's; below it, "
                    + "the p-value of that difference after Holm's correction over all pairs, "
                    + $"with ≈ where the whole {NumberText.Level(analysis.Bootstrap)} interval "
                    + $"of the difference lies within ±{margin}, which is equal for practical purposes.",
                [
                    new("", IsNumber: false),
                    .. ids.SelectMany(id =>
                        hasIntervals
                            ? new ReportColumn[]
                            {
                                new(id),
                                NumberText.IntervalColumn(analysis.Bootstrap) with
                                {
                                    Heading = "",
                                },
                            }
                            : [new(id)]
                    ),
                ],
                [
                    .. ids.Select(
                        (row, i) =>
                            (IReadOnlyList<string>)
                                [
                                    row,
                                    .. ids.SelectMany(
                                        (column, j) =>
                                        {
                                            string[] cells =
                                                i == j
                                                    ?
                                                    [
                                                        NumberText.Number(tau[row].Point),
                                                        NumberText.Span(tau[row]),
                                                    ]
                                                : i < j ? Above(pairs, row, column)
                                                : [Below(pairs, row, column), ""];
                                            return hasIntervals ? cells : cells[..1];
                                        }
                                    ),
                                ]
                    ),
                ]
            )
            {
                Data = Data(report),
            },
        ];
    }

    private static string[] Above(
        Dictionary<(string First, string Second), Comparison> pairs,
        string row,
        string column
    ) =>
        pairs.TryGetValue((row, column), out var pair)
            ? [NumberText.Signed(pair.Tau.Point), NumberText.SignedSpan(pair.Tau)]
            : [NumberText.Signed(pairs[(column, row)].Tau.Point), ""];

    private static string Below(
        Dictionary<(string First, string Second), Comparison> pairs,
        string row,
        string column
    )
    {
        var pair = pairs.GetValueOrDefault((column, row)) ?? pairs[(row, column)];
        return pair.IsEqual ? $"{NumberText.P(pair.Holm)} ≈" : NumberText.P(pair.Holm);
    }

    // Every pair in a row of its own, with all digits.
    private static List<IReadOnlyList<string>> Data(PopulationReport report) =>
        [
            ["first", "second", "tau_difference", "low", "high", "holm_p", "equal_in_practice"],
            .. report.Comparisons.Select(pair =>
                (IReadOnlyList<string>)
                    [
                        pair.First,
                        pair.Second,
                        Digits(pair.Tau.Point.Value),
                        Digits(pair.Tau.Low.Value),
                        Digits(pair.Tau.High.Value),
                        Digits(pair.Holm.Value),
                        pair.IsEqual ? "true" : "false",
                    ]
            ),
        ];

    private static string Digits(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
