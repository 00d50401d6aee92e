using ZcBench.Search.Methods;

namespace ZcBench.Search.Tests;

public sealed class SearchMethodTests
{
    private const int Size = 60;
    private const int Best = 41;

    // Higher by place, with one peak that no order of places shows.
    private static readonly ZcBench.Benchmarks.Tables.BenchmarkTable Peak = SmallBench.Table(
        Size,
        i => i == Best ? 99 : 20 + i / 2.0
    );

    [Fact]
    public void Random_search_finds_the_best_when_it_may_train_everything()
    {
        var outcome = Only(SmallBench.Open(Peak, "random", Size));
        Assert.Equal(Best, outcome.Chosen);
        Assert.Equal(Size, outcome.Log.Select(query => query.Architecture).Distinct().Count());
    }

    [Theory]
    [InlineData("evolution")]
    [InlineData("local")]
    public void A_search_by_steps_finds_the_optimum_of_a_tiny_space(string method)
    {
        // 125 cells that differ on three edges; accuracy falls with the number of edges that are not the
        // best.
        var table = SmallBench.Table(
            125,
            i => 90 - 10 * ((i % 5 == 3 ? 0 : 1) + (i / 5 % 5 == 3 ? 0 : 1) + (i / 25 == 3 ? 0 : 1))
        );
        var results = SmallBench.Open(table, method, 100, repeats: 20).Run(1, stop: SmallBench.Stop);
        Assert.All(results.Methods[0].Outcomes, outcome => Assert.Equal(3 + 15 + 75, outcome.Chosen));
    }

    [Fact]
    public void Local_search_moves_to_a_better_neighbour_and_trains_nothing_twice()
    {
        var outcome = Only(SmallBench.Open(SmallBench.Table(25, i => i), "local", 25));
        Assert.Equal(24, outcome.Chosen);
        Assert.Equal(25, outcome.Log.Select(query => query.Architecture).Distinct().Count());
    }

    [Fact]
    public void The_best_by_a_proxy_is_chosen_among_those_drawn_and_nothing_is_trained()
    {
        var scores = new FormulaScores((_, i) => i == 7 ? 100 : -i, Size);
        var outcome = Only(SmallBench.Open(Peak, "proxy:nwot@60", 5, scores));
        Assert.Equal(7, outcome.Chosen);
        Assert.Empty(outcome.Log);
        Assert.Equal(Size, outcome.ScoringSeconds, 3);
        Assert.Equal(10, Only(SmallBench.Open(Peak, "proxy:nwot@10", 5, scores)).ScoringSeconds, 3);
    }

    [Fact]
    public void An_aggregate_is_made_over_the_drawn_set_and_its_members_are_paid_for()
    {
        var scores = new FormulaScores(
            (id, i) =>
                id == "a" ? i
                : i == 12 ? 1000
                : 0,
            Size
        );
        var outcome = Only(SmallBench.Open(Peak, "proxy:rank_sum:a+b@60", 5, scores));
        Assert.Equal(59, outcome.Chosen);
        Assert.Equal(2 * Size, outcome.ScoringSeconds, 3);
    }

    [Fact]
    public void A_warm_start_trains_the_ten_best_by_the_proxy_first()
    {
        var scores = new FormulaScores((_, i) => i, Size);
        var outcome = Only(SmallBench.Open(Peak, "warm_evolution:nwot@60", 15, scores));
        Assert.Equal(
            Enumerable.Range(50, 10).Reverse(),
            outcome.Log.Take(10).Select(query => query.Architecture)
        );
        Assert.Equal(Size, outcome.Log[0].ScoringSeconds, 3);
    }

    [Fact]
    public void The_hybrid_objective_is_its_formula()
    {
        Assert.Equal(50 / (4 + 1e-6) + 0.01 * Math.Abs(16 - 100), HybridObjective.Of(50, 4, 0.01, 100), 12);
        Assert.Equal(HybridObjective.Of(50, 4, 0.01, 100), HybridObjective.Of(50, -4, 0.01, 100));
        Assert.Equal(double.PositiveInfinity, HybridObjective.Of(double.NaN, 4, 0.01, 100));
        Assert.Equal(double.PositiveInfinity, HybridObjective.Of(50, double.NaN, 0.01, 100));
    }

    [Fact]
    public void Hnas_trains_first_what_minimises_its_objective_at_u_0_and_mu_hundredth()
    {
        double Score(string id, int i) => id == "ntk_trace_cond" ? 100 + i : 1 + i;
        var outcome = Only(SmallBench.Open(Peak, "hnas:ntk_trace@1000", 20, new FormulaScores(Score, Size)));
        // √ν is the least |M|, 1.
        var expected = Enumerable.Range(0, Size).MinBy(i => HybridObjective.Of(100 + i, 1 + i, 0.01, 1));
        Assert.Equal(expected, outcome.Log[0].Architecture);
        Assert.Equal(20, outcome.Log.Select(query => query.Architecture).Distinct().Count());
        // Metric and condition number come from the same passes: one second each, not two.
        Assert.Equal(Size, outcome.ScoringSeconds, 3);
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(20, 5)]
    [InlineData(60, 10)]
    public void Hnas_begins_with_a_quarter_of_its_queries_on_a_line_10_at_most(int queries, int first)
    {
        // One condition number and M = i: a target at a quantile of M is met by that architecture, for the
        // second term outweighs the first.
        double Score(string id, int i) => id == "ntk_trace_cond" ? 1 : 100 + i;
        var outcome = Only(SmallBench.Open(Peak, "hnas:snip@1000", queries, new FormulaScores(Score, Size)));
        var line = Enumerable
            .Range(0, first)
            .Select(i => (int)Math.Round((double)i / (first - 1) * (Size - 1)));
        Assert.Equal(line, outcome.Log.Take(first).Select(query => query.Architecture));
    }

    [Fact]
    public void Hnas_leaves_undefined_architectures_for_last()
    {
        double Score(string id, int i) => id == "ntk_trace_cond" && i < 30 ? double.NaN : 1 + i;
        var outcome = Only(SmallBench.Open(Peak, "hnas:snip@1000", 40, new FormulaScores(Score, Size)));
        Assert.All(outcome.Log.Take(30), query => Assert.InRange(query.Architecture, 30, Size - 1));
        Assert.All(outcome.Log.Skip(30), query => Assert.InRange(query.Architecture, 0, 29));
    }

    [Fact]
    public void Robot_finds_the_best_where_one_metric_shows_it_and_spends_all_queries()
    {
        double Score(string id, int i) => id == "a" ? (i == Best ? 10 : i % 7) : i % 11;
        var results = SmallBench
            .Open(Peak, "robot:a+b", 20, new FormulaScores(Score, Size), repeats: 10)
            .Run(1, stop: SmallBench.Stop);
        Assert.All(
            results.Methods[0].Outcomes,
            outcome => Assert.Equal((Best, 20), (outcome.Chosen, outcome.Log.Count))
        );
    }

    private static Queries.SearchOutcome Only(SearchBench bench) =>
        bench.Run(1, stop: SmallBench.Stop).Methods[0].Outcomes[0];
}
