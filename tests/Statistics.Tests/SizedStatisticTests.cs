using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class SizedStatisticTests
{
    private static readonly Arbitrary<SizedSample> Sized = (
        from sample in Samples.WithTies.Generator
        from parameters in Gen.Choose(0, 4).ArrayOf(sample.Count)
        from convolutions in Gen.Choose(0, 3).ArrayOf(sample.Count)
        select new SizedSample(sample, [.. parameters.Select(count => (long)count)], convolutions)
    ).ToArbitrary();

    public static TheoryData<string> Ids =>
        [.. StatisticCatalogue.Sized.Select(statistic => statistic.Info.Id)];

    [Fact]
    public void Partial_rho_is_the_correlation_of_least_squares_residuals() =>
        Prop.ForAll(
                Sized,
                sample =>
                {
                    if (new PartialRho().Compute(sample).Value is not { } value)
                    {
                        return true;
                    }

                    var design = Matrix<double>.Build.DenseOfColumns([
                        Enumerable.Repeat(1.0, sample.Sample.Count),
                        Ranked(sample.Parameters.Select(count => Math.Log(count + 1))),
                        Ranked(sample.Convolutions!.Select(count => (double)count)),
                    ]);
                    var (scores, truth) = (
                        Residual(sample.Sample.ScoreRanks),
                        Residual(sample.Sample.TruthRanks)
                    );
                    return Math.Abs(Correlation.Pearson(scores, truth) - value) < 1e-8;

                    Vector<double> Residual(Ranks ranks)
                    {
                        var ranked = Vector<double>.Build.Dense(ranks.Count, ranks.Average);
                        return ranked - design * design.PseudoInverse() * ranked;
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Where_size_does_not_vary_partial_rho_is_spearman() =>
        Law.Holds(sample =>
            sample.Count < 3
            || new PartialRho().Compute(new(sample, new long[sample.Count], null)) is { Value: null }
            || Math.Abs(
                new PartialRho().Compute(new(sample, new long[sample.Count], null)).Value!.Value
                    - new Spearman().Compute(sample).Value!.Value
            ) < 1e-12
        );

    [Fact]
    public void Size_itself_has_no_partial_rho() =>
        Assert.Equal(
            "size explains the order of the scores",
            new PartialRho()
                .Compute(new(new([1, 2, 3, 4, 5], [1, 5, 2, 4, 3]), [10, 20, 30, 40, 50], null))
                .Reason
        );

    [Fact]
    public void Partial_rho_needs_a_degree_of_freedom_beside_its_covariates()
    {
        Assert.Equal(
            "no degree of freedom is left: 3 architectures, 1 covariate",
            new PartialRho().Compute(new(new([1, 2, 3], [1, 3, 2]), [10, 30, 20], null)).Reason
        );
        Assert.Equal(
            "no degree of freedom is left: 4 architectures, 2 covariates",
            new PartialRho()
                .Compute(new(new([1, 2, 3, 4], [1, 4, 2, 3]), [10, 30, 20, 40], [1, 1, 2, 3]))
                .Reason
        );
        Assert.NotNull(
            new PartialRho().Compute(new(new([1, 2, 3, 4], [1, 4, 2, 3]), [10, 30, 20, 40], null)).Value
        );
    }

    [Fact]
    public void Tau_within_size_is_the_mean_over_groups_weighted_by_their_number()
    {
        // 40 of one size in order, 60 of another in reverse order, 5 too few to count.
        var scores = Enumerable.Range(0, 105).Select(i => (double)i).ToArray();
        var truth = Enumerable
            .Range(0, 105)
            .Select(i => i is >= 40 and < 100 ? 90.0 - i / 2.0 : i / 2.0)
            .ToArray();
        var sizes = Enumerable
            .Range(0, 105)
            .Select(i =>
                i < 40 ? 1L
                : i < 100 ? 2L
                : 3L
            )
            .ToArray();
        Assert.Equal(
            (40 - 60) / 100.0,
            new TauWithinSize().Compute(new(new(scores, truth), sizes, null)).Value!.Value,
            1e-12
        );
    }

    [Fact]
    public void A_score_that_is_constant_within_a_size_orders_nothing_there()
    {
        var sizes = Enumerable.Range(0, 60).Select(i => (long)(i / 30)).ToArray();
        var truth = Enumerable.Range(0, 60).Select(i => (double)i).ToArray();
        Assert.Equal(
            0,
            new TauWithinSize()
                .Compute(new(new([.. sizes.Select(size => (double)size)], truth), sizes, null))
                .Value
        );
    }

    [Fact]
    public void Groups_of_one_say_nothing() =>
        Assert.NotNull(new TauWithinSize().Compute(new(new([1, 2, 3], [1, 2, 3]), [1, 2, 3], null)).Reason);

    [Fact]
    public void Convolutions_that_the_space_does_not_count_give_no_groups() =>
        Assert.Empty(RhoWithinConvolutions.Profile(new(new([1, 2], [1, 2]), [1, 2], null)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_value_lies_in_its_range_and_depends_on_the_order_of_scores_alone(string id)
    {
        var statistic = StatisticCatalogue.Sized.First(item => item.Info.Id == id);
        Prop.ForAll(
                Sized,
                sample =>
                {
                    var value = statistic.Compute(sample);
                    return (value.Value is not { } number || statistic.Info.Bounds.Contains(number))
                        && value
                            == statistic.Compute(sample with { Sample = sample.Sample.MapScores(Math.Exp) });
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static IEnumerable<double> Ranked(IEnumerable<double> values)
    {
        var ranks = Ranks.Of(values.ToArray());
        return Enumerable.Range(0, ranks.Count).Select(ranks.Average);
    }
}
