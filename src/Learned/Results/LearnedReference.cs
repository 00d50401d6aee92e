using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Learned.Features;
using ZcBench.Learned.Regression;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Learned.Results;

/// <summary>
/// What can be reached by learning from some accuracies (label budget 5): an upper reference for proxies,
/// which see none.
/// </summary>
/// <param name="Source">What was learned from.</param>
/// <param name="Setting">How much and how often.</param>
/// <param name="Rows">One for each set of features, learner, size and split.</param>
public sealed record LearnedReference(
    LearnedSource Source,
    LearnedSetting Setting,
    IReadOnlyList<LearnedRow> Rows
)
{
    // With fewer the correlation of one draw says nothing.
    private const int LeastAsked = 50;

    private static readonly IRegressor[] Learners =
    [
        new RandomForest(),
        new RidgeRegression(),
        new BestSingle(),
    ];

    /// <summary>Learns and predicts.</summary>
    /// <param name="source">What to learn from.</param>
    /// <param name="setting">How much and how often.</param>
    /// <param name="progress">Told each draw that is done.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="UserError">Too few architectures are left to predict.</exception>
    public static LearnedReference Of(
        LearnedSource source,
        LearnedSetting setting,
        IProgress<LearnedProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        var count = source.Accuracies.Count;
        var largest = setting.Sizes.Max();
        if (count - largest < LeastAsked)
        {
            throw new UserError(
                $"learning from {largest} of {count} architectures leaves fewer than {LeastAsked} "
                    + "to predict; give a smaller --train or a run of more architectures"
            );
        }

        var draws = (
            from size in setting.Sizes
            from kind in Kinds(source)
            from repeat in Enumerable.Range(0, setting.Repeats)
            select (size, kind, repeat)
        ).ToList();
        var done = 0;
        var found = draws
            .AsParallel()
            .AsOrdered()
            .WithCancellation(stop)
            .SelectMany(draw =>
            {
                var outcomes = Outcomes(source, setting.Seed, draw.size, draw.kind, draw.repeat);
                progress?.Report(new(Interlocked.Increment(ref done), draws.Count));
                return outcomes;
            })
            .ToList();
        return new(source, setting, [.. found.GroupBy(item => item.Key).Select(Row)]);
    }

    private static LearnedRow Row(IGrouping<Key, Outcome> group) =>
        new(
            group.Key.Features,
            group.Key.Learner,
            group.Key.Size,
            group.Key.Split,
            group.Average(item => item.Asked),
            Spread.Of([.. group.Select(item => item.Rho)]),
            Spread.Of([.. group.Select(item => item.Tau)])
        );

    private static SplitKind[] Kinds(LearnedSource source) =>
        source.Functions is null
            ? [SplitKind.ByArchitecture]
            : [SplitKind.ByFunction, SplitKind.ByArchitecture];

    private static List<Outcome> Outcomes(
        LearnedSource source,
        long seed,
        int size,
        SplitKind kind,
        int repeat
    )
    {
        var random = new CounterRandom(
            seed,
            string.Create(CultureInfo.InvariantCulture, $"learned/{kind}/{size}/{repeat}")
        );
        var split =
            kind == SplitKind.ByFunction
                ? TrainingSplit.ByFunction(source.Functions!, size, random)
                : TrainingSplit.ByArchitecture(source.Accuracies.Count, size, random);
        if (split.Asked.Count < LeastAsked)
        {
            throw new UserError(
                $"learning from {size} architectures leaves {split.Asked.Count} of other functions "
                    + "to predict; give a smaller --train or a run of more architectures"
            );
        }

        double[] truth = [.. split.Asked.Select(row => source.Accuracies[row])];
        var known = Shares([.. split.Learned.Select(row => source.Accuracies[row])]);
        return
        [
            .. from features in source.Features
            from learner in Learners
            let predicted = learner.Predict(
                Shown(features, split.Learned),
                known,
                Shown(features, split.Asked),
                repeat
            )
            select Judged(new(features.Id, learner.Id, size, kind), predicted, truth),
            .. from scores in source.Untrained
            let own = split.Asked.Select(row => scores.Scores[row]).ToArray()
            select Judged(new(scores.Id, null, size, kind), own, truth),
        ];
    }

    // Only order is judged, and a few networks that hardly learn anything would rule a squared error.
    private static double[] Shares(double[] accuracies)
    {
        var ranks = Ranks.Of(accuracies);
        return [.. accuracies.Select((_, row) => (ranks.Average(row) - 0.5) / accuracies.Length)];
    }

    private static double[][] Shown(FeatureSet features, IReadOnlyList<int> rows) =>
        [.. rows.Select(row => features.Rows[row])];

    // Predictions that are all equal order nothing.
    private static Outcome Judged(Key key, double[] predicted, double[] truth)
    {
        var sample = new Sample(predicted, truth);
        return new(
            key,
            truth.Length,
            new Spearman().Compute(sample).Value ?? 0,
            new KendallTauB().Compute(sample).Value ?? 0
        );
    }

    private sealed record Key(string Features, string? Learner, int Size, SplitKind Split);

    private sealed record Outcome(Key Key, int Asked, double Rho, double Tau);
}
