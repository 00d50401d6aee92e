using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>How much of one proxy is another.</summary>
/// <param name="Ids">The columns, in the order of the matrix.</param>
/// <param name="Tau">Kendall's τ-b of each pair, 1 on the diagonal; higher is better applied to both.</param>
/// <param name="Aliases">Groups of columns that order the architectures identically, ties included.</param>
public sealed record Redundancy(
    IReadOnlyList<string> Ids,
    IReadOnlyList<IReadOnlyList<Estimate>> Tau,
    IReadOnlyList<IReadOnlyList<string>> Aliases
)
{
    /// <summary>The redundancy of some of a run's columns.</summary>
    /// <param name="part">All or some of the architectures.</param>
    /// <param name="ids">The columns to compare; they come out in the order of the run.</param>
    public static Redundancy Of(RunSubset part, IReadOnlySet<string> ids)
    {
        var columns = part.Columns.Where(column => ids.Contains(column.Proxy.Id)).ToList();
        var ranks = columns.AsParallel().AsOrdered().Select(column => Ranks.Of(column.Oriented())).ToList();
        var tau = ranks.Select(_ => new Estimate[ranks.Count]).ToArray();
        Parallel.For(
            0,
            ranks.Count,
            i =>
            {
                for (var j = 0; j <= i; j++)
                {
                    tau[i][j] = tau[j][i] = KendallTauB.Of(ranks[i], ranks[j]);
                }
            }
        );
        return new([.. columns.Select(column => column.Proxy.Id)], tau, AliasesOf(columns, ranks));
    }

    private static IReadOnlyList<IReadOnlyList<string>> AliasesOf(
        IReadOnlyList<ScoreColumn> columns,
        List<Ranks> ranks
    )
    {
        var groups = new List<(Ranks Ranks, List<string> Ids)>();
        foreach (var (column, own) in columns.Zip(ranks).Where(item => item.Second.Distinct > 1))
        {
            var place = groups.FindIndex(group => group.Ranks.IsSameAs(own));
            if (place < 0)
            {
                groups.Add((own, [column.Proxy.Id]));
            }
            else
            {
                groups[place].Ids.Add(column.Proxy.Id);
            }
        }

        return [.. groups.Where(group => group.Ids.Count > 1).Select(group => group.Ids)];
    }
}
