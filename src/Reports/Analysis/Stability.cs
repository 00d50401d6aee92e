using ZcBench.Benchmarks.Randomness;
using ZcBench.Reports.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// How an aggregate answers to the set it is made over: architectures are left out, the aggregate is made
/// anew over the rest, and compared there with its order over all.
/// </summary>
/// <param name="Aggregate">Its id.</param>
/// <param name="LeftOut">Share of the architectures left out.</param>
/// <param name="Draws">How many times.</param>
/// <param name="MeanTau">Mean τ-b of the two orders.</param>
/// <param name="LeastTau">The least of them.</param>
public sealed record Stability(
    string Aggregate,
    double LeftOut,
    int Draws,
    Estimate MeanTau,
    Estimate LeastTau
)
{
    private const int Repeats = 10;
    private static readonly double[] Shares = [0.1, 0.5];

    /// <summary>The stability of every aggregate of a run.</summary>
    public static IReadOnlyList<Stability> Of(ScoredRun run, long seed)
    {
        var whole = run.Whole();
        if (!whole.Columns.Any(column => column.IsAggregate))
        {
            return [];
        }

        return
        [
            .. Shares
                .SelectMany(share => Of(run, whole, share, seed))
                .OrderBy(item => item.Aggregate, StringComparer.Ordinal)
                .ThenBy(item => item.LeftOut),
        ];
    }

    private static IEnumerable<Stability> Of(ScoredRun run, RunSubset whole, double share, long seed)
    {
        var count = run.Architectures.Count;
        var kept = Math.Max(1, count - (int)Math.Round(share * count));
        var taus = whole
            .Columns.Where(column => column.IsAggregate)
            .ToDictionary(column => column.Proxy.Id, _ => new List<Estimate>(), StringComparer.Ordinal);
        for (var draw = 0; draw < Repeats; draw++)
        {
            var rows = Sampling.WithoutReplacement(
                count,
                kept,
                new CounterRandom(seed, $"leave out {share:0.0}/{draw}")
            );
            var part = run.Select(rows);
            foreach (var (id, found) in taus)
            {
                var before = whole.Columns.First(column => column.Proxy.Id == id).Select(rows);
                var after = part.Columns.First(column => column.Proxy.Id == id);
                found.Add(KendallTauB.Of(Ranks.Of(before.Oriented()), Ranks.Of(after.Oriented())));
            }
        }

        return taus.Select(item => new Stability(
            item.Key,
            share,
            Repeats,
            Summary(item.Value, Enumerable.Average),
            Summary(item.Value, Enumerable.Min)
        ));
    }

    private static Estimate Summary(List<Estimate> taus, Func<IEnumerable<double>, double> of) =>
        taus.FindIndex(tau => tau.Reason is not null) is >= 0 and var undefined
            ? taus[undefined]
            : Estimate.Of(of(taus.Select(tau => tau.Value!.Value)));
}
