using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Across;

/// <summary>
/// Which proxies can be compared: those that every run scored in one version, with a τ-b on every task and
/// scores for at least half of its architectures.
/// </summary>
/// <param name="Proxies">Their cards, sorted by id.</param>
/// <param name="LeftOut">The others, each with the reason.</param>
/// <param name="Counting">Ids of those that only count parts of the graph.</param>
internal sealed record CommonProxies(
    IReadOnlyList<ProxyInfo> Proxies,
    IReadOnlyList<LeftOutProxy> LeftOut,
    IReadOnlySet<string> Counting
)
{
    /// <summary>Looks through all tasks.</summary>
    /// <exception cref="UserError">No proxy that was asked for is in all runs.</exception>
    public static CommonProxies Of(IReadOnlyList<ScoredTask> tasks)
    {
        RequireCommon(tasks);
        var parts = tasks
            .SelectMany(task => task.Runs, (task, run) => (task.Name, Part: run.Whole()))
            .ToList();
        var (proxies, leftOut, counting) = (
            new List<ProxyInfo>(),
            new List<LeftOutProxy>(),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (
            var id in parts
                .SelectMany(item => item.Part.Columns, (_, column) => column.Proxy.Id)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        )
        {
            var columns = parts.ConvertAll(item => (item.Name, item.Part, Column: Find(item.Part, id)));
            if (Lack(columns) is { } reason)
            {
                leftOut.Add(new(id, reason));
                continue;
            }

            proxies.Add(columns[0].Column!.Proxy);
            if (columns.TrueForAll(item => item.Column!.IsCounting))
            {
                counting.Add(id);
            }
        }

        return new(proxies, leftOut, counting);
    }

    /// <summary>The column of a proxy, or null.</summary>
    public static ScoreColumn? Find(RunSubset part, string id) =>
        part.Columns.FirstOrDefault(column => column.Proxy.Id == id);

    /// <summary>
    /// Whether more than half of the scores are undefined. They rank worst, so that the order is then mostly
    /// a matter of who has a score.
    /// </summary>
    public static bool IsMostlyUndefined(ScoreColumn column) => 2 * column.Undefined > column.Scores.Count;

    private static void RequireCommon(IReadOnlyList<ScoredTask> tasks)
    {
        var asked = tasks
            .SelectMany(task => task.Runs, (task, run) => (task.Space.Id, Ids: Asked(run)))
            .ToList();
        var common = new HashSet<string>(asked[0].Ids, StringComparer.Ordinal);
        foreach (var (space, ids) in asked)
        {
            common.IntersectWith(ids);
            if (common.Count == 0)
            {
                throw new UserError(
                    $"the run of {space} scored {string.Join(", ", ids)}, none of which is in all runs; "
                        + "score the same proxies in every run"
                );
            }
        }
    }

    private static List<string> Asked(ScoredRun run) => [.. run.Columns.Select(column => column.Proxy.Id)];

    private static string? Lack(List<(string Name, RunSubset Part, ScoreColumn? Column)> columns)
    {
        var missing = columns
            .Where(item => item.Column is null)
            .Select(item => item.Name)
            .Distinct()
            .ToList();
        if (missing.Count > 0)
        {
            return $"not scored on {string.Join(", ", missing)}";
        }

        var versions = columns.Select(item => item.Column!.Proxy.Version).Distinct().ToList();
        if (versions.Count > 1)
        {
            return $"scored in versions {string.Join(" and ", versions)}";
        }

        foreach (var (name, part, column) in columns)
        {
            if (column!.Undefined == column.Scores.Count)
            {
                return $"no score on {name}: {column.Scores[0].Reason}";
            }

            if (IsMostlyUndefined(column))
            {
                var common = column
                    .Scores.Where(score => !score.IsDefined)
                    .CountBy(score => score.Reason!)
                    .MaxBy(item => item.Value);
                return $"no score for {column.Undefined} of {column.Scores.Count} architectures on {name}: "
                    + common.Key;
            }

            if (new KendallTauB().Compute(part.Sample(column)).Reason is { } reason)
            {
                return $"no τ-b on {name}: {reason}";
            }
        }

        return null;
    }
}
