using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Evidence;

/// <summary>Which proxies come into question, by what they see, cost and reach.</summary>
/// <param name="Space">One search space; null for all.</param>
/// <param name="MostMilliseconds">The most that an architecture may take; null for no bound.</param>
/// <param name="MostLabels">The highest label budget; null for any.</param>
internal sealed record ProxyChoice(
    string? Space = null,
    double? MostMilliseconds = null,
    int? MostLabels = null
)
{
    /// <summary>
    /// The proxies that fit, highest mean τ-b over the spaces first; those without evidence in each of the
    /// spaces that others have come last. A proxy fits a bound of time where its slowest space does.
    /// </summary>
    /// <exception cref="UserError">A bound is none, or there is no evidence on the space.</exception>
    public ReportTable Of(IReadOnlyList<ProxyEvidence> evidence)
    {
        if (MostMilliseconds is <= 0 or double.NaN)
        {
            throw new UserError(Text($"--max-ms {MostMilliseconds} is no time; give a number above 0"));
        }

        if (MostLabels is < 0 or > 5)
        {
            throw new UserError(
                Text($"--labels {MostLabels} is no label budget; give 0 (structure) to 5 (accuracies)")
            );
        }

        var own = evidence.Where(item => Space is null || item.Space == Space).ToList();
        if (own.Count == 0)
        {
            throw new UserError(
                $"there is no evidence on {Space}; there "
                    + $"is on {string.Join(", ", evidence.Select(item => item.Space).Distinct())}"
            );
        }

        var spaces = own.Select(item => item.Space).Distinct().ToList();
        var rows = own.GroupBy(item => item.Proxy, StringComparer.Ordinal)
            .Where(group => MostLabels is null || group.Max(item => item.Labels) <= MostLabels)
            .Where(group =>
                MostMilliseconds is null
                || group.All(item => item.Milliseconds is { } cost && cost <= MostMilliseconds)
            )
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Average(item => item.Tau))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();

        // Means over other spaces are of other things, and the best of them says nothing.
        var isOneList = rows.DistinctBy(Spaces).Count() <= 1;
        var (highest, lowest) = isOneList ? (Best.Highest, Best.Lowest) : (Best.None, Best.None);
        return new(
            "choice",
            $"Evidence of {spaces.Count} search space{(spaces.Count == 1 ? "" : "s")} "
                + $"({string.Join(", ", spaces)}): means over spaces of Kendall's τ-b, "
                + "of the partial ρ given size, and of the gain in τ-b over the best count by ρ; "
                + "worst: the lowest τ-b of a space; ms: the highest median of a space. "
                + "All of docs/across-spaces.md, unless --from names other runs.",
            [
                new("proxy", IsNumber: false),
                new("labels"),
                new("spaces"),
                new("τ-b", Best: highest),
                new("worst", Best: highest),
                new("ρ given size", Best: highest),
                new("gain"),
                new("ms", Best: lowest),
            ],
            [.. rows.Select(group => Row([.. group]))]
        );
    }

    private static string Spaces(IEnumerable<ProxyEvidence> group) =>
        string.Join(' ', group.Select(item => item.Space).Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Row(IReadOnlyList<ProxyEvidence> group) =>
        [
            group[0].Proxy,
            Text($"{group.Max(item => item.Labels)}"),
            Text($"{group.Count}"),
            Text($"{group.Average(item => item.Tau):0.000}"),
            Text($"{group.Min(item => item.Tau):0.000}"),
            Mean(group.Select(item => item.GivenSize), "0.000"),
            Mean(group.Select(item => item.Gain), "+0.000;-0.000;0.000"),
            NumberText.Milliseconds(group.Max(item => item.Milliseconds)),
        ];

    private static string Mean(IEnumerable<double?> values, string format)
    {
        var known = values.OfType<double>().ToList();
        return known.Count > 0
            ? known.Average().ToString(format, CultureInfo.InvariantCulture)
            : NumberText.None;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
