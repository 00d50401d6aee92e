using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class TopOfTheRankingTests
{
    [Fact]
    public void Precision_is_the_mean_over_all_orders_of_the_ties_on_both_sides() =>
        Law.Holds(
            Samples.Tiny,
            sample =>
                Enumerable
                    .Range(1, sample.Count)
                    .All(k =>
                        new PrecisionAtK(k)
                            .Compute(sample)
                            .Is(
                                BruteForce.OverTieOrders(
                                    sample.Scores,
                                    chosen =>
                                        BruteForce.OverTieOrders(
                                            sample.Truth,
                                            best => (double)chosen[..k].Intersect(best[..k]).Count() / k
                                        )
                                )
                            )
                    )
        );

    [Fact]
    public void The_best_accuracy_is_the_mean_over_all_orders_of_the_ties() =>
        Law.Holds(
            Samples.Tiny,
            sample =>
                Enumerable
                    .Range(1, sample.Count)
                    .All(k =>
                    {
                        var truth = sample.Truth.ToArray();
                        var best = BruteForce.OverTieOrders(
                            sample.Scores,
                            order => order[..k].Max(item => truth[item])
                        );
                        return new BestAccuracyAtK(k).Compute(sample).Is(best)
                            && new RegretAtK(k).Compute(sample).Is(truth.Max() - best);
                    })
        );

    [Fact]
    public void Discounted_gain_is_the_mean_over_all_orders_of_the_ties() =>
        Law.Holds(
            Samples.Tiny,
            sample =>
                Enumerable
                    .Range(1, sample.Count)
                    .All(p =>
                    {
                        var truth = sample.Truth.ToArray();
                        double Gain(int[] order) =>
                            order[..p]
                                .Index()
                                .Sum(at => (Math.Pow(2, truth[at.Item]) - 1) / Math.Log2(at.Index + 2));
                        var expected =
                            BruteForce.OverTieOrders(sample.Scores, Gain)
                            / BruteForce.OverTieOrders(sample.Truth, Gain);
                        return new NdcgAtP(p).Compute(sample).Is(expected);
                    })
        );

    [Fact]
    public void Random_choice_has_precision_k_over_n() =>
        Assert.True(new PrecisionAtK(3).Compute(Samples.Normal(10, 0, 1).RandomChoice()).Is(0.3));

    [Fact]
    public void Random_choice_of_one_has_the_mean_accuracy() =>
        Assert.True(new BestAccuracy().Compute([0, 0, 0], [90, 91, 92]).Is(91));

    [Fact]
    public void Regret_is_what_the_best_by_score_loses() =>
        Assert.True(new Regret().Compute([9, 1, 2], [90, 91, 92]).Is(2));

    [Fact]
    public void A_proxy_equal_to_the_truth_has_full_gain_and_no_regret()
    {
        var truth = Samples.Normal(200, 0, seed: 3).Truth.ToArray();
        var percent = new Sample(truth, Array.ConvertAll(truth, accuracy => 90 + accuracy));
        Assert.Equal(1, new NdcgAtP(50).Compute(percent).Value);
        Assert.Equal(0, new Regret().Compute(percent).Value);
    }

    [Fact]
    public void More_places_than_architectures_are_undefined() =>
        Assert.Equal("10 are asked of 2 architectures", new RegretAtK(10).Compute([1, 2], [90, 91]).Reason);

    [Fact]
    public void The_top_decile_is_ranked_anew()
    {
        var truth = Enumerable.Range(0, 40).Select(i => (double)i).ToArray();
        var scores = truth.Select(accuracy => accuracy >= 36 ? -accuracy : accuracy).ToArray();
        Assert.Equal(-1, new TopDecileSpearman().Compute(scores, truth).Value);
    }

    [Fact]
    public void Two_architectures_in_the_top_decile_are_too_few() =>
        Assert.Equal(
            "fewer than three architectures are in the top decile",
            Samples.Normal(20, 0.5, seed: 1) is var sample
                ? new TopDecileSpearman().Compute(sample).Reason
                : null
        );

    [Fact]
    public void Accuracies_tied_with_the_last_of_the_decile_are_taken_in()
    {
        var truth = Enumerable.Repeat(1.0, 18).Append(2).Append(1).ToArray();
        var scores = Enumerable.Range(0, 20).Select(i => (double)-i).ToArray();
        var whole = new Spearman().Compute(scores, truth);
        Assert.Equal(whole, new TopDecileSpearman().Compute(scores, truth));
    }
}
