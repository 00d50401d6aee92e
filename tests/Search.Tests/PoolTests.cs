using ZcBench.Search.Methods;
using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

/// <summary>One pool bounds every method; mixed pools bound what is ranked by scores alone.</summary>
public sealed class PoolTests
{
    private static readonly Benchmarks.Tables.BenchmarkTable Table = SmallBench.Table(
        125,
        i => 10 + i * 37 % 80
    );
    private static readonly FormulaScores Scores = new((_, i) => 1 + i * 13 % 50, 20);

    [Theory]
    [InlineData("random")]
    [InlineData("evolution")]
    [InlineData("local")]
    public void A_search_without_scores_is_the_same_in_mixed_pools_as_in_the_table(string method) =>
        Assert.Equal(
            Logs(SmallBench.Open(Table, method, 60, Scores, repeats: 3)),
            Logs(SmallBench.Open(Table, method, 60, Scores, repeats: 3, pool: SearchPool.Mixed))
        );

    public static TheoryData<string> Calls { get; } =
    [
        .. SearchCatalogue.All.Values.Select(method =>
            method.Card.Arguments.Count == 0 ? method.Card.Id : $"{method.Card.Id}:{method.Card.Arguments[0]}"
        ),
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_method_stays_in_the_one_pool_of_all(string call)
    {
        // Scattered over the table, so that a place in the pool is not one in the table.
        var scores = new FormulaScores((_, i) => 1 + i * 13 % 50, 125, every: 5);
        var results = SmallBench
            .Open(Table, $"{call},proxy:nwot", 15, scores, repeats: 4, pool: SearchPool.Scored)
            .Run(1, stop: SmallBench.Stop);
        Assert.Equal(25, results.Pool.Count);
        Assert.All(
            results.Methods.SelectMany(method => method.Outcomes),
            outcome =>
            {
                Assert.Equal(0, outcome.Chosen!.Value % 5);
                Assert.All(
                    outcome.Log,
                    query =>
                    {
                        Assert.Equal(0, query.Architecture % 5);
                        Assert.Equal(10 + query.Architecture * 37 % 80, query.Validation);
                    }
                );
            }
        );
    }

    [Fact]
    public void A_warm_start_is_in_a_mixed_pool_and_steps_leave_it()
    {
        var results = SmallBench
            .Open(Table, "warm_evolution:nwot@20", 60, Scores, repeats: 5, pool: SearchPool.Mixed)
            .Run(1, stop: SmallBench.Stop);
        Assert.All(
            results.Methods[0].Outcomes,
            outcome =>
            {
                Assert.All(outcome.Log.Take(10), query => Assert.InRange(query.Architecture, 0, 19));
                Assert.Contains(outcome.Log, query => query.Architecture >= 20);
                Assert.Equal(60, outcome.Log.Count);
            }
        );
    }

    [Theory]
    [InlineData("hnas:snip")]
    [InlineData("robot:snip+nwot")]
    [InlineData("proxy:nwot@15")]
    public void What_ranks_by_scores_stays_in_a_mixed_pool(string method)
    {
        var results = SmallBench
            .Open(Table, method, 12, Scores, repeats: 5, pool: SearchPool.Mixed)
            .Run(1, stop: SmallBench.Stop);
        Assert.All(results.Methods[0].Outcomes, outcome => Assert.InRange(outcome.Chosen!.Value, 0, 19));
        Assert.All(
            results.Methods[0].Outcomes.SelectMany(outcome => outcome.Log),
            query => Assert.InRange(query.Architecture, 0, 19)
        );
    }

    [Fact]
    public void Evolution_spends_its_budget_where_the_table_has_few_steps()
    {
        // Every 53rd cell: most have no neighbour in the table.
        var table = SmallBench.Table(3000, i => 10 + i * 37 % 80, every: 53);
        var results = SmallBench.Open(table, "evolution", 50, repeats: 5).Run(1, stop: SmallBench.Stop);
        Assert.All(results.Methods[0].Outcomes, outcome => Assert.Equal(50, outcome.Log.Count));
    }

    [Fact]
    public void The_table_says_how_many_are_scored_and_what_their_best_is()
    {
        var results = SmallBench
            .Open(Table, "random,proxy:nwot@15", 12, Scores, repeats: 5, pool: SearchPool.Scored)
            .Run(1, stop: SmallBench.Stop);
        var table = SearchTable.Of(results, new(results), "");
        Assert.Contains(
            "125 architectures; every method draws from the 20 with all scores, and 105 are left out",
            table.Caption,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "125 architectures; methods that rank by scores draw from the 20 that have them, the others",
            (results with { Request = results.Request with { Pool = SearchPool.Mixed } }).PoolWords,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["(best of the table)", "(best of the pool)"],
            table.Rows.Skip(2).Take(2).Select(row => row[0])
        );
    }

    private static IReadOnlyList<string> Logs(SearchBench bench) =>
        [
            .. bench
                .Run(1, stop: SmallBench.Stop)
                .Methods[0]
                .Outcomes.Select(outcome => string.Join(';', outcome.Log)),
        ];
}
