using ZcBench.Benchmarks;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;
using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

/// <summary>Regret, what it takes to reach an accuracy, and pairs, on logs made by hand.</summary>
public sealed class QualityTests
{
    // Test accuracy is the place: the best of 100 is 99.
    private static readonly Benchmarks.Tables.BenchmarkTable Table = SmallBench.Table(100, i => i);

    [Fact]
    public void Regret_is_what_the_choice_lacks_and_anytime_regret_its_mean_over_the_queries()
    {
        // By validation the best so far is 40, 40, 70, and 70 for the two queries that were not made.
        var quality = Judged(5, reach: 60, Outcome([(40, 10), (80, 5), (70, 20)])).Methods[0];
        var repeat = Assert.Single(quality.Repeats);
        Assert.Equal(29, repeat.Regret);
        Assert.Equal((59 + 59 + 29 + 29 + 29) / 5.0, repeat.AnytimeRegret!.Value, 12);
        Assert.Equal(0.29, repeat.Better!.Value, 12);
        Assert.Equal((3, 303), (repeat.ReachedQueries, repeat.ReachedSeconds));
    }

    [Fact]
    public void What_trained_nothing_has_the_regret_of_its_choice_and_reaches_without_a_query()
    {
        var repeat = Judged(5, reach: 90, new SearchOutcome(0, 95, [], 0, 7)).Methods[0].Repeats[0];
        Assert.Equal(new(4, 4, 0, 7, 0.04), repeat);
    }

    [Fact]
    public void The_cost_of_reaching_counts_the_repeats_that_did_not()
    {
        var quality = Judged(2, reach: 60, Outcome([(70, 1)]), Outcome([(10, 1), (20, 2)])).Methods[0];
        Assert.Equal(0.5, quality.Reached);
        Assert.Equal(3, quality.QueriesToReach);
        Assert.Equal(101 + 202, quality.SecondsToReach);
        Assert.Null(Judged(2, reach: 99, Outcome([(70, 1)])).Methods[0].QueriesToReach);
    }

    [Fact]
    public void What_chose_nothing_has_no_regret_and_does_not_reach()
    {
        var none = new SearchOutcome(0, null, [], 0, 3);
        Assert.Equal(new(null, null, null, null, null), Judged(2, 60, none).Methods[0].Repeats[0]);
        Assert.NotNull(RegretTable.Of(Judged(2, 60, none, none)));
    }

    [Fact]
    public void What_is_to_be_reached_is_what_the_best_hundredth_has_unless_it_is_given()
    {
        Assert.Equal(99, Judged(2, null, Outcome([(70, 1)])).Reach);
        var small = Results(2, null, [Outcome([(70, 1)])]) with { Pool = [3, 50, 70] };
        var quality = SearchQuality.Of(small, new(small));
        Assert.Equal((70, 70, 3), (quality.Reach, quality.Best, quality.PoolSize));
        var error = Assert.Throws<UserError>(() =>
            SearchBench.Open(
                new(Table, "cifar10", new(5, null), 1, 0) { Reach = 99.5 },
                MethodCall.ParseList("random"),
                new NoScores()
            )
        );
        Assert.Contains(
            "--reach 99.5 is more than any architecture",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pairs_are_compared_over_the_repeats_in_which_both_chose()
    {
        var results = Results(
            1,
            60,
            [Outcome([(70, 1)]), Outcome([(50, 1)]), new(2, null, [], 0, 0)],
            [Outcome([(60, 1)]), Outcome([(20, 1)]), Outcome([(9, 1)])],
            [Outcome([(70, 1)]), Outcome([(50, 1)]), Outcome([(9, 1)])]
        );
        var quality = SearchQuality.Of(results, new(results));
        Assert.Equal([2, 2, 3], quality.Pairs.Select(pair => pair.Count));
        Assert.Equal(20, quality.Pairs[0].Difference.Point.Value);
        Assert.Equal(0, quality.Pairs[1].Difference.Point.Value);
        Assert.Equal(0.5, quality.Pairs[0].P.Value);
        Assert.Equal(1, quality.Pairs[0].HolmP.Value);
        Assert.Equal(1, quality.Pairs[1].P.Value);
        Assert.Equal(
            ["method0", "method1", "+20.00", "[+10.00, +30.00]", "0.5000", "1.0000", "2"],
            PairedMethodsTable.Of(quality)!.Rows[0]
        );
        var json = SearchJson.Of(results, quality, "");
        Assert.Equal(20, json["paired"]![0]!["difference"]!["mean"]!.GetValue<double>());
        Assert.Equal(29 + 49, json["methods"]![0]!["regret"]!["mean"]!.GetValue<double>() * 2);
    }

    private static SearchQuality Judged(int queries, double? reach, params SearchOutcome[] outcomes)
    {
        var results = Results(queries, reach, outcomes);
        return SearchQuality.Of(results, new(results));
    }

    private static SearchResults Results(int queries, double? reach, params SearchOutcome[][] methods)
    {
        var request = new SearchRequest(Table, "cifar10", new(queries, null), methods[0].Length, 0)
        {
            Reach = reach,
        };
        return new(
            request,
            Table.Find("cifar10", Benchmarks.Tables.Split.Validation),
            [.. Enumerable.Range(0, 100)],
            [.. methods.Select((all, i) => new MethodResult(new($"method{i}", "", null), all))]
        );
    }

    // A training takes 100 s, and a second of scoring comes before each.
    private static SearchOutcome Outcome((int Architecture, double Validation)[] log) =>
        new(
            0,
            log.MaxBy(query => query.Validation).Architecture,
            [
                .. log.Select(
                    (query, i) => new Query(query.Architecture, query.Validation, 100 * (i + 1), i + 1)
                ),
            ],
            100 * log.Length,
            log.Length
        );
}
