using ZcBench.Benchmarks;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Scores.Published;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// Everything that can be said about scored runs of one set of architectures against one target: numbers
/// only. Tables, figures and JSON are made from it.
/// </summary>
/// <param name="Run">The first run; all but the spread is about it.</param>
/// <param name="Bootstrap">How intervals were made.</param>
/// <param name="Populations">The report on each population, everything first.</param>
/// <param name="Ceiling">
/// About the most that a deterministic proxy can reach; null where the space does not tell.
/// </param>
/// <param name="Fidelities">How well the table's other accuracies predict the target.</param>
/// <param name="Redundancy">How much of one proxy is another.</param>
/// <param name="Stability">How aggregates answer to the set.</param>
/// <param name="Spread">What seeds do; empty for one run.</param>
/// <param name="Runs">Number of runs.</param>
/// <param name="Published">Scores of others.</param>
/// <param name="Top">
/// What the best rankings find at every depth; null for fewer than ten architectures.
/// </param>
/// <param name="DasSweep">How each balance of WOT's two atoms ranks; null where the run lacks one.</param>
/// <param name="Training">Proxies along the training of the networks; null where none were trained.</param>
public sealed record RunAnalysis(
    ScoredRun Run,
    Bootstrap Bootstrap,
    IReadOnlyList<PopulationReport> Populations,
    NoiseCeiling? Ceiling,
    IReadOnlyList<Fidelity> Fidelities,
    Redundancy Redundancy,
    IReadOnlyList<Stability> Stability,
    IReadOnlyList<SeedSpread> Spread,
    int Runs,
    IReadOnlyList<PublishedReport> Published,
    TopCurves? Top,
    DasSweep? DasSweep,
    TrainingStates? Training
)
{
    private const string SecondPopulation = "no_dead_branches";

    /// <summary>The whole analysis.</summary>
    /// <exception cref="UserError">The runs are not of one kind.</exception>
    public static RunAnalysis Of(
        IReadOnlyList<ScoredRun> runs,
        IReadOnlyList<PublishedScores> published,
        Bootstrap bootstrap
    )
    {
        SameKind.Require(runs);
        var run = runs[0];
        var populations = Population.Of(run);
        var printed = populations
            .Where((population, i) => i == 0 || population.Id == SecondPopulation)
            .ToList();
        List<PopulationReport> reports =
        [
            .. populations.Select(population => PopulationReport.Of(run, population, bootstrap)),
        ];
        var redundancy = Redundancy.Of(
            run.Whole(),
            reports[0].Proxies.Select(proxy => proxy.Id).ToHashSet(StringComparer.Ordinal)
        );
        return new(
            run,
            bootstrap,
            reports,
            NoiseCeiling.Of(run.Space, run.Table, run.Manifest.Target),
            Fidelity.Of(run),
            redundancy,
            Analysis.Stability.Of(run, bootstrap.Seed),
            SeedSpread.Of(runs),
            runs.Count,
            [.. published.Select(file => PublishedReport.Of(run, file, printed, bootstrap))],
            TopCurves.Of(run, reports[0], redundancy),
            Analysis.DasSweep.Of(run, bootstrap),
            TrainingStates.Of(run, bootstrap)
        );
    }

    /// <summary>
    /// The populations that most tables show: everything, and what is left without dead branches.
    /// </summary>
    public IEnumerable<PopulationReport> Printed =>
        Populations.Where((population, i) => i == 0 || population.Population.Id == SecondPopulation);
}
