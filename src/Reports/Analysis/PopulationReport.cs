using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>Every proxy on one population, and how they compare.</summary>
/// <param name="Population">The architectures.</param>
/// <param name="Baseline">Id of the counting baseline with the highest ρ; null where none was scored.</param>
/// <param name="Proxies">
/// The columns asked for and the baselines that the run shows (<see cref="ScoredRun.Baseline"/>), highest ρ
/// first.
/// </param>
/// <param name="Random">Every statistic of a uniformly random choice, by id.</param>
/// <param name="Comparisons">Every pair of proxies, in the order of <paramref name="Proxies"/>.</param>
public sealed record PopulationReport(
    Population Population,
    string? Baseline,
    IReadOnlyList<ProxyReport> Proxies,
    IReadOnlyDictionary<string, Estimate> Random,
    IReadOnlyList<Comparison> Comparisons
)
{
    /// <summary>The report on some rows of a run.</summary>
    public static PopulationReport Of(ScoredRun run, Population population, Bootstrap bootstrap)
    {
        var part = run.Select(population.Rows);
        var samples = part.Columns.Select(part.Sample).ToList();
        var rho = bootstrap.Run(new Spearman(), samples);
        var tau = bootstrap.Run(new KendallTauB(), samples);
        var best = Enumerable
            .Range(0, samples.Count)
            .Where(i => part.Columns[i].IsCounting && rho[i].Point.Value is not null)
            .OrderByDescending(i => rho[i].Point.Value)
            .Select(i => (int?)i)
            .FirstOrDefault();
        var named = best is { } place ? part.Columns[place].Proxy.Id : null;
        var order = Enumerable
            .Range(0, samples.Count)
            .Where(i => run.Shows(part.Columns[i], named))
            .OrderByDescending(i => rho[i].Point.Value ?? double.NegativeInfinity)
            .ThenBy(i => part.Columns[i].Proxy.Id, StringComparer.Ordinal)
            .ToList();
        var gains = best is { } baseline ? Gains(order, part.Columns, rho, tau, baseline) : null;
        var reports = new ProxyReport[samples.Count];
        Parallel.ForEach(
            order,
            i =>
                reports[i] = new(
                    part.Columns[i],
                    rho[i].Interval(),
                    tau[i].Interval(),
                    gains?[i],
                    Coverage.Of(part.Columns[i], samples[i]),
                    Values(part, samples[i]),
                    RhoWithinConvolutions.Profile(part.Sized(samples[i]))
                )
        );
        return new(
            population,
            named,
            [.. order.Select(i => reports[i])],
            Values(part, part.RandomChoice),
            Compare(order, part.Columns, tau)
        );
    }

    private static Gain[] Gains(
        List<int> shown,
        IReadOnlyList<ScoreColumn> columns,
        IReadOnlyList<ResampledStatistic> rho,
        IReadOnlyList<ResampledStatistic> tau,
        int baseline
    )
    {
        var differences = tau.AsParallel().AsOrdered().Select(item => item.Minus(tau[baseline])).ToList();
        var others = shown
            .Where(i => i != baseline && differences[i].NormalPValue.Value is not null)
            .ToArray();
        var adjusted = Holm.Adjust([.. others.Select(i => differences[i].NormalPValue.Value!.Value)]);
        return
        [
            .. columns.Select(
                (_, i) =>
                    new Gain(
                        columns[baseline].Proxy.Id,
                        rho[i].Minus(rho[baseline]),
                        differences[i],
                        Array.IndexOf(others, i) is >= 0 and var place
                            ? Estimate.Of(adjusted[place])
                            : Estimate.Undefined(
                                i == baseline ? "it is the baseline" : differences[i].NormalPValue.Reason!
                            )
                    )
            ),
        ];
    }

    private static IReadOnlyList<Comparison> Compare(
        List<int> order,
        IReadOnlyList<ScoreColumn> columns,
        IReadOnlyList<ResampledStatistic> tau
    )
    {
        var pairs = (
            from first in Enumerable.Range(0, order.Count)
            from second in Enumerable.Range(first + 1, order.Count - first - 1)
            let higher = (tau[order[first]].Point.Value ?? -2) >= (tau[order[second]].Point.Value ?? -2)
            select higher
                ? (First: order[first], Second: order[second])
                : (First: order[second], Second: order[first])
        ).ToArray();
        var differences = new PairedDifference[pairs.Length];
        Parallel.For(0, pairs.Length, i => differences[i] = tau[pairs[i].First].Minus(tau[pairs[i].Second]));
        var defined = Enumerable
            .Range(0, pairs.Length)
            .Where(i => differences[i].NormalPValue.Value is not null)
            .ToArray();
        var adjusted = Holm.Adjust([.. defined.Select(i => differences[i].NormalPValue.Value!.Value)]);
        var holm = defined.Zip(adjusted).ToDictionary(item => item.First, item => item.Second);
        return
        [
            .. pairs.Select(
                (pair, i) =>
                    new Comparison(
                        columns[pair.First].Proxy.Id,
                        columns[pair.Second].Proxy.Id,
                        differences[i].Difference,
                        holm.TryGetValue(i, out var p)
                            ? Estimate.Of(p)
                            : Estimate.Undefined(differences[i].NormalPValue.Reason!)
                    )
            ),
        ];
    }

    private static SortedDictionary<string, Estimate> Values(RunSubset part, Sample sample)
    {
        var values = new SortedDictionary<string, Estimate>(StringComparer.Ordinal);
        foreach (var statistic in StatisticCatalogue.For(sample.Count))
        {
            values.Add(statistic.Info.Id, statistic.Compute(sample));
        }

        var sized = part.Sized(sample);
        foreach (var statistic in StatisticCatalogue.Sized)
        {
            values.Add(statistic.Info.Id, statistic.Compute(sized));
        }

        return values;
    }
}
