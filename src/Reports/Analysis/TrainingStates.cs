using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>The proxies of a run along the training of its networks.</summary>
/// <param name="Recipe">How they were trained.</param>
/// <param name="Curves">One for each proxy with a state after some training, by id.</param>
public sealed record TrainingStates(TrainingRecipe Recipe, IReadOnlyList<TrainingCurve> Curves)
{
    /// <summary>The curves over all architectures of a run; null where it trained none.</summary>
    public static TrainingStates? Of(ScoredRun run, Bootstrap bootstrap)
    {
        if (run.Manifest.Training is not { } recipe)
        {
            return null;
        }

        var states = States(run, recipe);
        var whole = run.Whole();
        var samples = states.Select(state => whole.Sample(state.Column)).ToList();
        var rho = bootstrap.Run(new Spearman(), samples);
        var tau = bootstrap.Run(new KendallTauB(), samples);
        var sizes = whole.Sized(whole.RandomChoice).Parameters.Select(size => (double)size).ToArray();
        return new(
            recipe,
            [
                .. states
                    .Index()
                    .GroupBy(item => item.Item.Proxy, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => CurveOf(group.Key, [.. group.Select(item => item.Index)])),
            ]
        );

        TrainingCurve CurveOf(string proxy, IReadOnlyList<int> places)
        {
            var settled = places
                .Index()
                .First(item => !places.Skip(item.Index + 1).Any(later => IsBetter(later, item.Item)))
                .Index;
            var points = places.Select(place => PointOf(place, places[0])).ToList();
            return new(proxy, points, points[settled]);
        }

        bool IsBetter(int later, int earlier) => rho[later].Minus(rho[earlier]).Difference.Low.Value > 0;

        TrainingPoint PointOf(int place, int first) =>
            new(
                states[place].Column,
                states[place].Steps,
                rho[place].Interval(),
                tau[place].Interval(),
                place == first ? null : rho[place].Minus(rho[first]),
                Spearman.Of(samples[place].ScoreRanks, samples[first].ScoreRanks),
                Spearman.Of(samples[place].ScoreRanks, Ranks.Of(sizes)),
                new PartialRho().Compute(whole.Sized(samples[place]))
            );
    }

    /// <summary>The columns that are states of a proxy, by proxy and steps.</summary>
    internal static IReadOnlyList<(string Proxy, int Steps, ScoreColumn Column)> States(
        ScoredRun run,
        TrainingRecipe recipe
    )
    {
        var trained = run
            .Columns.Select(column => (Column: column, Name: TrainingBudget.Split(column.Proxy.Id)))
            .Where(item => item.Name.Budget is not null)
            .Select(item =>
                (
                    Proxy: item.Name.Id,
                    Steps: item.Name.Budget!.Value.Steps(recipe.StepsPerEpoch()),
                    item.Column
                )
            )
            .ToList();
        var drawn = trained
            .GroupBy(state => state.Proxy, StringComparer.Ordinal)
            .Where(group => group.All(state => state.Steps > 0))
            .Select(group => (Proxy: group.Key, Steps: 0, Column: run.Column(group.Key)))
            .Where(state => state.Column is not null)
            .Select(state => (state.Proxy, state.Steps, state.Column!));
        return
        [
            .. trained
                .Concat(drawn)
                .DistinctBy(state => (state.Proxy, state.Steps))
                .OrderBy(state => state.Proxy, StringComparer.Ordinal)
                .ThenBy(state => state.Steps),
        ];
    }
}
