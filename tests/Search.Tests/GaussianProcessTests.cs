using MathNet.Numerics.LinearAlgebra;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Optimisation;

namespace ZcBench.Search.Tests;

public sealed class GaussianProcessTests
{
    private static readonly Hyperparameters Assumed = new(0.4, 1.7, 0.02);

    [Fact]
    public void The_covariance_is_the_matern_formula()
    {
        // σ² (1 + √5 r/ℓ + 5 r²/3ℓ²) e^(−√5 r/ℓ) at r = 0.5, worked out by hand.
        var z = Math.Sqrt(5) * 0.5 / 0.4;
        Assert.Equal(
            1.7 * (1 + z + z * z / 3) * Math.Exp(-z),
            Matern52.Of([0.1, 0.2], [0.4, 0.6], Assumed),
            14
        );
        Assert.Equal(1.7, Matern52.Of([0.3], [0.3], Assumed), 14);
    }

    [Fact]
    public void The_posterior_is_that_of_explicit_matrices()
    {
        var (points, values, covariance) = Drawn(12);
        var process = GaussianProcess.Fit(points, values, Assumed)!;
        var inverse = covariance.Inverse();
        foreach (var place in Places(new(new CounterRandom(9, "places")), 20))
        {
            var cross = Vector<double>.Build.Dense(points.Count, i => Matern52.Of(points[i], place, Assumed));
            var (mean, deviation) = process.Posterior(place);
            Assert.Equal(cross * inverse * Vector<double>.Build.DenseOfEnumerable(values), mean, 9);
            Assert.Equal(Math.Sqrt(1.7 - cross * inverse * cross), deviation, 7);
        }
    }

    [Fact]
    public void The_log_marginal_likelihood_is_the_density_of_the_multivariate_normal()
    {
        var (points, values, covariance) = Drawn(5);
        var y = Vector<double>.Build.DenseOfEnumerable(values);
        var density =
            Math.Exp(-0.5 * (y * covariance.Inverse() * y))
            / Math.Sqrt(Math.Pow(2 * Math.PI, 5) * covariance.Determinant());
        Assert.Equal(
            Math.Log(density),
            GaussianProcess.Fit(points, values, Assumed)!.LogMarginalLikelihood,
            9
        );
    }

    [Fact]
    public void A_covariance_that_is_not_positive_definite_is_no_process() =>
        Assert.Null(
            GaussianProcess.Fit(
                [
                    [0.5],
                    [0.5],
                    [0.5],
                ],
                [1, 1, 1],
                new(1, 1, 0)
            )
        );

    [Fact]
    public void The_chosen_hyperparameters_are_at_least_as_likely_as_those_on_a_grid()
    {
        var (points, values, _) = Drawn(15);
        var best = MarginalLikelihood.Best(points, values).LogMarginalLikelihood;
        foreach (var length in new[] { 0.1, 0.3, 0.9, 2.5 })
        {
            foreach (var noise in new[] { 1e-4, 1e-2, 0.3 })
            {
                Assert.True(
                    best
                        >= GaussianProcess.Fit(points, values, new(length, 1, noise))!.LogMarginalLikelihood
                            - 1e-3
                );
            }
        }
    }

    private static (IReadOnlyList<double[]> Points, double[] Values, Matrix<double> Covariance) Drawn(
        int count
    )
    {
        var points = Places(new(new CounterRandom(3, "points")), count);
        double[] values = [.. points.Select(point => Math.Sin(5 * point[0]) + point[1])];
        var covariance = Matrix<double>.Build.Dense(
            count,
            count,
            (i, j) => Matern52.Of(points[i], points[j], Assumed) + (i == j ? Assumed.NoiseVariance : 0)
        );
        return (points, values, covariance);
    }

    private static List<double[]> Places(SequentialRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new[] { random.Uniform(), random.Uniform() })];
}
