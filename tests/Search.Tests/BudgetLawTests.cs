using ZcBench.Search.Methods;

namespace ZcBench.Search.Tests;

/// <summary>One clock and one count of queries for every method of the catalogue.</summary>
public sealed class BudgetLawTests
{
    private const int Size = 60;
    private static readonly FormulaScores Scores = new((_, i) => 1 + i * 13 % 50, Size);

    // A training takes 100 s, a score 1 s.
    private static readonly Benchmarks.Tables.BenchmarkTable Table = SmallBench.Table(
        Size,
        i => 10 + i * 37 % 80,
        _ => 100
    );

    public static TheoryData<string> Methods { get; } = [.. SearchCatalogue.All.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Seconds_of_training_and_scoring_stop_every_method_at_the_same_moment(string method)
    {
        // Too few to score all and to train one.
        foreach (var outcome in Outcomes(method, queries: null, seconds: 30.5))
        {
            Assert.Equal(30.5, outcome.SpentSeconds, 3);
            Assert.Empty(outcome.Log);
        }

        foreach (var outcome in Outcomes(method, queries: null, seconds: 1234))
        {
            Assert.InRange(outcome.SpentSeconds, 0, 1234);
            Assert.All(outcome.Log, query => Assert.InRange(query.SpentSeconds, 0, 1234));
            Assert.Equal(outcome.SpentSeconds, outcome.TrainingSeconds + outcome.ScoringSeconds);
            if (outcome.SpentSeconds < 1234)
            {
                Assert.Empty(outcome.Log);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Queries_stop_every_method_that_trains_and_none_trains_more(string method) =>
        Assert.All(
            Outcomes(method, queries: 12, seconds: null),
            outcome => Assert.Contains(outcome.Log.Count, new[] { 0, 12 })
        );

    [Fact]
    public void Only_a_method_that_trains_nothing_makes_no_query() =>
        Assert.Equal(
            ["proxy"],
            SearchCatalogue.All.Keys.Where(method =>
                Outcomes(method, queries: 12, seconds: null).All(outcome => outcome.Log.Count == 0)
            )
        );

    private static IReadOnlyList<Queries.SearchOutcome> Outcomes(
        string method,
        int? queries,
        double? seconds
    ) =>
        SearchBench
            .Open(new(Table, "cifar10", new(queries, seconds), 2, 0), MethodCall.ParseList(method), Scores)
            .Run(1, stop: SmallBench.Stop)
            .Methods[0]
            .Outcomes;
}
