using ZcBench.Search.Queries;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Search.Results;

/// <summary>
/// How good the methods of one command were, by the test accuracy of the searched dataset and against the
/// pool that they drew from.
/// </summary>
public sealed class SearchQuality
{
    private const int Hundredth = 100;
    private readonly double[] _falling;

    private SearchQuality(SearchResults results, TestAccuracies test, Bootstrap bootstrap)
    {
        Test = test;
        Bootstrap = bootstrap;
        _falling = [.. results.Searched.Select(row => test.Value(0, row)).OrderDescending()];
        Reach =
            results.Request.Reach
            ?? _falling[Math.Max(0, (int)Math.Ceiling((double)_falling.Length / Hundredth) - 1)];
        IsUsualReach = results.Request.Reach is null;
        Queries =
            results.Request.Budget.Queries
            ?? results.Methods.SelectMany(method => method.Outcomes).Max(outcome => outcome.Log.Count);
        Methods = [.. results.Methods.Select(Of)];
        Pairs = PairedMethods.Of(Methods, bootstrap);
        PoolWords = results.PoolWords;
        Repeats = results.Request.Repeats;
    }

    /// <summary>Judges finished searches.</summary>
    public static SearchQuality Of(SearchResults results, TestAccuracies test) => new(results, test, new());

    /// <summary>What they are judged by.</summary>
    public TestAccuracies Test { get; }

    /// <summary>How intervals are made.</summary>
    public Bootstrap Bootstrap { get; }

    /// <summary>One for each method.</summary>
    public IReadOnlyList<MethodQuality> Methods { get; }

    /// <summary>Every pair of methods.</summary>
    public IReadOnlyList<PairedMethods> Pairs { get; }

    /// <summary>Architectures in the pool.</summary>
    public int PoolSize => _falling.Length;

    /// <summary>The best test accuracy of the pool.</summary>
    public double Best => _falling[0];

    /// <summary>The test accuracy that a search is to reach.</summary>
    public double Reach { get; }

    /// <summary>Whether that is what the best hundredth of the pool has.</summary>
    public bool IsUsualReach { get; }

    /// <summary>
    /// B, the queries that anytime regret is a mean over: those of the budget, else the most that any search
    /// made. A search that ended earlier keeps its best until then.
    /// </summary>
    public int Queries { get; }

    /// <summary>What was drawn from, for captions.</summary>
    public string PoolWords { get; }

    /// <summary>Searches of each method.</summary>
    public int Repeats { get; }

    private MethodQuality Of(MethodResult method)
    {
        var repeats = method.Outcomes.Select(Of).ToList();
        var reached = repeats.Count(repeat => repeat.ReachedQueries is not null);
        var better = repeats.Select(repeat => repeat.Better).OfType<double>().ToList();
        return new(
            method.Call,
            repeats,
            MeanInterval.Of([.. repeats.Select(repeat => repeat.Regret).OfType<double>()], Bootstrap),
            MeanInterval.Of([.. repeats.Select(repeat => repeat.AnytimeRegret).OfType<double>()], Bootstrap),
            (double)reached / repeats.Count,
            Cost(repeat => repeat.ReachedQueries, outcome => outcome.Log.Count),
            Cost(repeat => repeat.ReachedSeconds, outcome => outcome.SpentSeconds),
            better.Count > 0 ? better.Average() : null
        );

        double? Cost(Func<RepeatQuality, double?> until, Func<SearchOutcome, double> whole) =>
            reached == 0
                ? null
                : repeats.Zip(method.Outcomes, (repeat, outcome) => until(repeat) ?? whole(outcome)).Sum()
                    / reached;
    }

    private RepeatQuality Of(SearchOutcome outcome)
    {
        if (outcome.Chosen is not { } chosen)
        {
            return new(null, null, null, null, null);
        }

        var accuracy = Test.Value(0, chosen);
        var better = (double)_falling.TakeWhile(value => value > accuracy).Count() / _falling.Length;
        if (outcome.Log.Count == 0)
        {
            var reaches = accuracy >= Reach;
            return new(
                Best - accuracy,
                Best - accuracy,
                reaches ? 0 : null,
                reaches ? outcome.SpentSeconds : null,
                better
            );
        }

        var (best, sum) = (outcome.Log[0], 0.0);
        (int Query, double Seconds)? first = null;
        foreach (var (i, query) in outcome.Log.Index())
        {
            best = query.Validation > best.Validation ? query : best;
            var incumbent = Test.Value(0, best.Architecture);
            sum += Best - incumbent;
            first ??= incumbent >= Reach ? (i + 1, query.SpentSeconds) : null;
        }

        sum += Math.Max(0, Queries - outcome.Log.Count) * (Best - Test.Value(0, best.Architecture));
        return new(
            Best - accuracy,
            sum / Math.Max(Queries, outcome.Log.Count),
            first?.Query,
            first?.Seconds,
            better
        );
    }
}
