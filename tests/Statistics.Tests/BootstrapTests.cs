using MathNet.Numerics.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Tests;

public sealed class BootstrapTests
{
    private static readonly Bootstrap Plan = new(Resamples: 100, Seed: 7);

    // Ties on both sides, some scores undefined.
    private static readonly Sample Tied = Samples
        .Rounded(Samples.Normal(90, 0.5, seed: 5))
        .MapScores(score => score < -1 ? double.NegativeInfinity : score);

    [Theory]
    [InlineData("kendall_tau_b")]
    [InlineData("spearman_rho")]
    [InlineData("top_decile_rho")]
    public void One_and_two_threads_give_the_same_resamples(string id)
    {
        var statistic = StatisticCatalogue.Named(id);
        Assert.Equal(
            Plan.Run(statistic, Tied, threads: 1).Values,
            Plan.Run(statistic, Tied, threads: 2).Values
        );
    }

    [Fact]
    public void Fewer_resamples_than_an_interval_takes_give_none_and_no_p_value()
    {
        var sample = Samples.Normal(50, 0.5, seed: 1);
        foreach (var resamples in new[] { 1, 38 })
        {
            var few = new Bootstrap(resamples);
            var statistic = few.Run(new Spearman(), sample);
            var interval = statistic.Interval();
            Assert.NotNull(interval.Point.Value);
            Assert.Equal(
                $"a 95 % interval takes at least 39 resamples (got {resamples})",
                interval.Low.Reason
            );
            Assert.Equal(interval.Low.Reason, interval.High.Reason);
            Assert.Equal(interval.Low.Reason, statistic.Minus(statistic).NormalPValue.Reason);
            Assert.False(few.HasIntervals);
        }

        Assert.NotNull(new Bootstrap(39).Run(new Spearman(), sample).Interval().Low.Value);
        Assert.True(new Bootstrap(39).HasIntervals);
    }

    [Fact]
    public void Another_seed_gives_other_resamples() =>
        Assert.NotEqual(
            Plan.Run(new Spearman(), Tied).Values,
            new Bootstrap(100, Seed: 8).Run(new Spearman(), Tied).Values
        );

    [Fact]
    public void More_resamples_begin_with_the_same_ones() =>
        Assert.Equal(
            Plan.Run(new Spearman(), Tied).Values,
            new Bootstrap(203, Seed: 7).Run(new Spearman(), Tied).Values.Take(100)
        );

    [Theory]
    [InlineData("kendall_tau_b")]
    [InlineData("spearman_rho")]
    public void Counting_draws_gives_the_values_of_ranking_each_resample(string id)
    {
        var statistic = StatisticCatalogue.Named(id);
        var fast = Plan.Run(statistic, Tied).Values;
        var plain = Plan.Run(new Plain(statistic), Tied).Values;
        Assert.All(fast.Zip(plain), pair => Assert.True(pair.First.Agrees(pair.Second)));
    }

    [Fact]
    public void Ninety_five_percent_intervals_cover_the_truth_about_as_often()
    {
        // Bivariate normal with correlation 1/2: τ = 2/π · asin(1/2) = 1/3.
        var covered = Enumerable
            .Range(0, 300)
            .Count(seed =>
            {
                var interval = new Bootstrap(200, Seed: seed)
                    .Run(new KendallTauB(), Samples.Normal(150, 0.5, seed))
                    .Interval();
                return interval.Low.Value <= 1.0 / 3 && 1.0 / 3 <= interval.High.Value;
            });
        Assert.InRange(covered / 300.0, 0.91, 0.98);
    }

    [Fact]
    public void Its_spread_is_that_of_the_sampling_distribution()
    {
        var spread = Spread(Plan.Run(new KendallTauB(), Samples.Normal(400, 0.5, seed: 1)).Values);
        var sampled = Spread([
            .. Enumerable
                .Range(0, 300)
                .Select(seed => new KendallTauB().Compute(Samples.Normal(400, 0.5, seed))),
        ]);
        Assert.InRange(spread / sampled, 0.75, 1.25);
    }

    [Fact]
    public void A_proxy_differs_from_itself_by_nothing()
    {
        var tau = Plan.Run(new KendallTauB(), Tied);
        var difference = tau.Minus(tau);
        Assert.Equal(
            (0, 0, 1),
            (difference.Difference.Low.Value, difference.Difference.High.Value, difference.PValue.Value)
        );
    }

    [Fact]
    public void A_clearly_better_proxy_has_the_smallest_p_value_there_is()
    {
        var worse = Samples.Normal(300, 0.1, seed: 9);
        var better = worse.WithScores(worse.Truth);
        var runs = Plan.Run(new KendallTauB(), [better, worse]);
        var difference = runs[0].Minus(runs[1]);
        Assert.Equal(2.0 / 101, difference.PValue.Value!.Value, 1e-15);
        Assert.True(difference.Difference.Low.Value > 0);
    }

    [Fact]
    public void Pairing_makes_the_difference_of_like_proxies_less_uncertain()
    {
        var sample = Samples.Normal(300, 0.6, seed: 10);
        var like = sample.MapScores(score => Math.Round(score, 1));
        var runs = Plan.Run(new Spearman(), [sample, like]);
        var (difference, alone) = (runs[0].Minus(runs[1]).Difference, runs[0].Interval());
        Assert.True(difference.High.Value - difference.Low.Value < (alone.High.Value - alone.Low.Value) / 5);
    }

    [Fact]
    public void Draws_of_other_seeds_are_not_paired() =>
        Assert.Throws<ArgumentException>(() =>
            Plan.Run(new Spearman(), Tied).Minus(new Bootstrap(100, Seed: 8).Run(new Spearman(), Tied))
        );

    [Fact]
    public void Samples_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Plan.Run(new Spearman(), [Samples.Normal(10, 0, 1), Samples.Normal(11, 0, 1)])
        );

    [Fact]
    public void Resamples_without_a_value_are_counted_and_can_make_the_interval_undefined()
    {
        // One of three scores differs: a resample misses it with probability (2/3)³.
        var interval = Plan.Run(new Spearman(), new Sample([1, 1, 2], [1, 2, 3])).Interval();
        Assert.InRange(interval.Undefined, 10, 60);
        Assert.NotNull(interval.Point.Value);
        Assert.Contains("of 100 resamples have no value", interval.Low.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undefined_point_has_no_interval() =>
        Assert.Equal(
            "all scores are equal",
            Plan.Run(new Spearman(), Tied.RandomChoice()).Interval().High.Reason
        );

    [Theory]
    [InlineData(0, 0.95)]
    [InlineData(100, 1)]
    [InlineData(100, 0)]
    public void A_senseless_plan_is_refused(int resamples, double level) =>
        Assert.Throws<ArgumentException>(() => new Bootstrap(resamples, level));

    private static double Spread(IReadOnlyList<Estimate> values) =>
        values.Select(estimate => estimate.Value!.Value).StandardDeviation();

    private sealed class Plain(IStatistic statistic) : IStatistic
    {
        public StatisticInfo Info => statistic.Info;

        public Estimate Compute(Sample sample) => statistic.Compute(sample);
    }
}
