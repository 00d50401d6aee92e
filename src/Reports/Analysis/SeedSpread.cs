using ZcBench.Reports.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// What chance does to a proxy: runs that differ in the seed of the weights alone, of the minibatch alone, or
/// of both are compared in pairs.
/// </summary>
/// <param name="Proxy">Its id.</param>
/// <param name="Varied">What differs within the pairs: "weights", "minibatch" or "both".</param>
/// <param name="Runs">Number of runs in such pairs.</param>
/// <param name="RhoDeviation">√(mean (ρᵢ − ρⱼ)² / 2) over the pairs: standard deviation of ρ.</param>
/// <param name="TauDeviation">The same of τ-b.</param>
/// <param name="SelfRho">Mean Spearman's ρ of the proxy's scores in one run with those in the other.</param>
public sealed record SeedSpread(
    string Proxy,
    string Varied,
    int Runs,
    Estimate RhoDeviation,
    Estimate TauDeviation,
    Estimate SelfRho
)
{
    /// <summary>Spread over all pairs of runs of the columns that all have.</summary>
    public static IReadOnlyList<SeedSpread> Of(IReadOnlyList<ScoredRun> runs)
    {
        var parts = runs.Select(run => run.Whole()).ToList();
        var pairs = (
            from first in Enumerable.Range(0, runs.Count)
            from second in Enumerable.Range(first + 1, runs.Count - first - 1)
            select (First: first, Second: second, Varied: Difference(runs[first], runs[second]))
        ).ToList();
        return
        [
            .. parts[0]
                .Columns.Where(column => !column.IsCounting)
                .Select(column => column.Proxy.Id)
                .Where(id => parts.TrueForAll(part => part.Columns.Any(column => column.Proxy.Id == id)))
                .SelectMany(id =>
                {
                    var samples = parts.ConvertAll(part =>
                        part.Sample(part.Columns.First(column => column.Proxy.Id == id))
                    );
                    var rho = samples.ConvertAll(sample => new Spearman().Compute(sample));
                    var tau = samples.ConvertAll(sample => new KendallTauB().Compute(sample));
                    return pairs
                        .GroupBy(pair => pair.Varied)
                        .Select(group => new SeedSpread(
                            id,
                            group.Key,
                            group.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct().Count(),
                            Deviation(group.Select(pair => (rho[pair.First], rho[pair.Second]))),
                            Deviation(group.Select(pair => (tau[pair.First], tau[pair.Second]))),
                            Mean(
                                group.Select(pair =>
                                    Spearman.Of(
                                        samples[pair.First].ScoreRanks,
                                        samples[pair.Second].ScoreRanks
                                    )
                                )
                            )
                        ));
                }),
        ];
    }

    private static string Difference(ScoredRun first, ScoredRun second)
    {
        var (one, other) = (first.Manifest.Protocol, second.Manifest.Protocol);
        return one.Seed == other.Seed ? "minibatch"
            : one.InputSeed == other.InputSeed ? "weights"
            : "both";
    }

    private static Estimate Deviation(IEnumerable<(Estimate First, Estimate Second)> pairs)
    {
        var halves = pairs.Select(pair =>
            (pair.First.Value, pair.Second.Value) is (double first, double second)
                ? Estimate.Of((first - second) * (first - second) / 2)
            : pair.First.Value is null ? pair.First
            : pair.Second
        );
        return Mean(halves) is { Value: double variance } ? Estimate.Of(Math.Sqrt(variance)) : Mean(halves);
    }

    private static Estimate Mean(IEnumerable<Estimate> estimates)
    {
        var all = estimates.ToList();
        return all.FindIndex(item => item.Value is null) is >= 0 and var undefined
            ? all[undefined]
            : Estimate.Of(all.Average(item => item.Value!.Value));
    }
}
