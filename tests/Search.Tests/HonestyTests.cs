using System.Reflection;
using ZcBench.Benchmarks.Tables;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;
using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

/// <summary>A search sees what it pays for and nothing else.</summary>
public sealed class HonestyTests
{
    private const string Methods =
        "random,evolution,local,proxy:nwot@20,warm_evolution:nwot@20,"
        + "hnas:snip@50,hnas_linear:snip@50,robot:snip+nwot";

    private static readonly Type[] Forbidden =
    [
        typeof(BenchmarkTable),
        typeof(TestAccuracies),
        typeof(SearchResults),
        typeof(SearchRequest),
    ];

    [Fact]
    public void From_what_a_search_is_given_no_type_with_test_accuracies_can_be_reached()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>([typeof(SearchTask), typeof(MethodCall)]);
        while (open.TryDequeue(out var type))
        {
            foreach (
                var next in Parts(type)
                    .SelectMany(Unpacked)
                    .Where(part => part.Namespace?.StartsWith("ZcBench", StringComparison.Ordinal) == true)
            )
            {
                if (seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        Assert.Contains(typeof(ValidationOracle), seen);
        Assert.Contains(typeof(CandidateScores), seen);
        Assert.Empty(seen.Intersect(Forbidden));
    }

    [Fact]
    public void No_method_has_a_member_with_test_accuracies() =>
        Assert.Empty(
            typeof(ISearchMethod)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(ISearchMethod).Namespace)
                .SelectMany(Parts)
                .SelectMany(Unpacked)
                .Intersect(Forbidden)
        );

    [Fact]
    public void Other_test_accuracies_leave_every_log_and_choice_as_it_was()
    {
        double Validation(int i) => 10 + i * 37 % 80;
        var scores = new FormulaScores((_, i) => 1 + i * 13 % 50, 60);
        var logs = new Func<int, double>[] { i => Validation(i), i => 100 - Validation(i), i => i * 71 % 90 }
            .Select(test =>
                SmallBench
                    .Open(SmallBench.Table(60, Validation, test: test), Methods, 15, scores, repeats: 5)
                    .Run(2, stop: SmallBench.Stop)
            )
            .Select(results =>
                results
                    .Methods.SelectMany(method => method.Outcomes)
                    .Select(outcome => (outcome.Chosen, string.Join(';', outcome.Log)))
                    .ToList()
            )
            .ToList();
        Assert.Equal(logs[0], logs[1]);
        Assert.Equal(logs[0], logs[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void The_number_of_workers_changes_nothing(int workers)
    {
        var table = SmallBench.Table(60, i => 10 + i * 37 % 80, i => 30 + i);
        string Run(int count)
        {
            var results = SmallBench
                .Open(table, Methods, 12, new FormulaScores((_, i) => 1 + i * 13 % 50, 60), repeats: 7)
                .Run(count, stop: SmallBench.Stop);
            return SearchJson.Of(results, SearchQuality.Of(results, new(results)), "").ToJsonString();
        }

        Assert.Equal(Run(2), Run(workers));
    }

    [Fact]
    public void Costs_add_up()
    {
        var table = SmallBench.Table(60, i => 10 + i * 37 % 80, i => 30 + i);
        var results = SmallBench
            .Open(table, Methods, 12, new FormulaScores((_, i) => 1 + i * 13 % 50, 60), repeats: 3)
            .Run(1, stop: SmallBench.Stop);
        foreach (var outcome in results.Methods.SelectMany(method => method.Outcomes))
        {
            Assert.Equal(outcome.Log.Sum(query => 30 + query.Architecture), outcome.TrainingSeconds, 6);
            Assert.Equal(
                outcome.TrainingSeconds,
                outcome.Log.Count == 0 ? 0 : outcome.Log[^1].TrainingSeconds,
                6
            );
            Assert.InRange(outcome.Log.Count, 0, 12);
            Assert.Equal(outcome.SpentSeconds, outcome.TrainingSeconds + outcome.ScoringSeconds);
        }
    }

    [Fact]
    public void Seconds_bound_what_is_spent_and_a_training_they_cut_off_is_lost()
    {
        var table = SmallBench.Table(60, i => i, _ => 100);
        var outcome = SmallBench
            .Open(table, "random", 60, seconds: 350)
            .Run(1, stop: SmallBench.Stop)
            .Methods[0]
            .Outcomes[0];
        Assert.Equal(3, outcome.Log.Count);
        Assert.Equal(350, outcome.TrainingSeconds);
    }

    [Fact]
    public void Scores_that_the_seconds_do_not_pay_for_are_not_seen()
    {
        // The best by score is drawn, but only the first 5 of 60 can be paid for.
        var table = SmallBench.Table(60, i => i);
        var scores = new FormulaScores((_, i) => i, 60);
        var outcome = SmallBench
            .Open(table, "proxy:nwot@60", 1, scores, seconds: 5.5)
            .Run(1, stop: SmallBench.Stop)
            .Methods[0]
            .Outcomes[0];
        var drawn = new Benchmarks.Randomness.SequentialRandom(new(0, "search/proxy")).Distinct(60, 60);
        Assert.Equal(drawn.Take(5).Max(), outcome.Chosen);
        Assert.Equal(5.5, outcome.ScoringSeconds, 3);
    }

    [Fact]
    public void A_score_that_was_not_paid_for_cannot_be_read()
    {
        var scores = new CandidateScores(SmallBench.Cells(10), new FormulaScores((_, i) => i, 10), ["nwot"]);
        var oracle = new ScoreOracle(scores, ["nwot"], new Ledger(new(1, null)), SmallBench.Stop);
        Assert.Equal([3], oracle.Measure([3]));
        Assert.Equal(3, oracle.Raw("nwot", 3));
        Assert.Throws<InvalidOperationException>(() => oracle.Raw("nwot", 4));
    }

    [Fact]
    public void What_is_missing_is_measured_once_whoever_asks()
    {
        var scores = new FormulaScores((_, i) => i, 20, measures: true);
        var results = SmallBench
            .Open(SmallBench.Table(60, i => i), "proxy:nwot@60", 1, scores, repeats: 8)
            .Run(4, stop: SmallBench.Stop);
        Assert.All(results.Methods[0].Outcomes, outcome => Assert.Equal(59, outcome.Chosen));
        Assert.Equal(1, scores.Calls);
    }

    // Declared fields, and what methods and properties take and give; a type's implementations stand for it.
    private static IEnumerable<Type> Parts(Type type)
    {
        const BindingFlags All =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetFields(All)
            .Select(field => field.FieldType)
            .Concat(
                type.GetMethods(All)
                    .Where(method => method.IsPublic)
                    .SelectMany(method =>
                        method.GetParameters().Select(item => item.ParameterType).Append(method.ReturnType)
                    )
            )
            .Concat(
                type.IsInterface
                    ? type.Assembly.GetTypes().Where(other => other != type && type.IsAssignableFrom(other))
                    : []
            );
    }

    private static IEnumerable<Type> Unpacked(Type type) =>
        type.HasElementType ? Unpacked(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unpacked).Append(type)
        : [type];
}
