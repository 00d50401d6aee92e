using ZcBench.Reports.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// What a search finds that trains the k architectures of highest score, for depths k from 1 to all in even
/// steps of log k.
/// </summary>
/// <param name="Curves">
/// The best rankings by ρ without those that order like a better one (τ-b above .95), the best count of the
/// graph, and random choice last.
/// </param>
public sealed record TopCurves(IReadOnlyList<TopCurve> Curves)
{
    /// <summary>Name of the curve of random choice, the exact expectation over all orders.</summary>
    public const string RandomChoice = "random choice";

    private const int Lines = 6;
    private const int Steps = 40;
    private const int Fewest = 10;
    private const double SameOrder = 0.95;

    /// <summary>
    /// The curves over all architectures of a run; null for fewer than ten of them or where no proxy has a ρ.
    /// </summary>
    public static TopCurves? Of(ScoredRun run, PopulationReport everything, Redundancy redundancy)
    {
        var count = everything.Population.Rows.Count;
        var chosen = Chosen(everything, redundancy);
        if (chosen.Count == 0 || count < Fewest)
        {
            return null;
        }

        var whole = run.Whole();
        var depths = Enumerable
            .Range(0, Steps + 1)
            .Select(i => (int)Math.Round(Math.Pow(count, (double)i / Steps)))
            .Distinct()
            .ToList();
        return new([
            .. chosen.Select(proxy => CurveOf(proxy.Id, whole.Sample(proxy.Column), depths)),
            CurveOf(RandomChoice, whole.RandomChoice, depths),
        ]);
    }

    private static TopCurve CurveOf(string name, Sample sample, IEnumerable<int> depths) =>
        new(
            name,
            [
                .. depths.Select(k => new TopPoint(
                    k,
                    new BestAccuracyAtK(k).Compute(sample).Value!.Value,
                    new PrecisionAtK(k).Compute(sample).Value!.Value
                )),
            ]
        );

    private static List<ProxyReport> Chosen(PopulationReport population, Redundancy redundancy)
    {
        var (ids, tau) = (redundancy.Ids.ToList(), redundancy.Tau);
        var chosen = new List<ProxyReport>();
        foreach (var proxy in population.Proxies.Where(proxy => proxy.Rho.Point.Value is not null))
        {
            var isBaseline = proxy.Id == population.Baseline;
            var isNew = chosen.TrueForAll(other =>
                !(tau[ids.IndexOf(proxy.Id)][ids.IndexOf(other.Id)].Value > SameOrder)
            );
            if (isBaseline || (isNew && chosen.Count(item => item.Id != population.Baseline) < Lines - 1))
            {
                chosen.Add(proxy);
            }
        }

        return chosen;
    }
}
