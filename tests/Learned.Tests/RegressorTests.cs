using MathNet.Numerics.LinearAlgebra;
using ZcBench.Learned.Regression;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Learned.Tests;

public sealed class RegressorTests
{
    private static readonly double[][] Rows = Points(200, 1);
    private static readonly double[][] Asked = Points(100, 2);

    [Fact]
    public void Ridge_finds_a_linear_rule_that_constant_and_doubled_features_hide()
    {
        double[] truth = [.. Rows.Select(Line)];
        var predicted = new RidgeRegression().Predict(Rows, truth, Asked, 0);
        Assert.All(Asked.Zip(predicted), item => Assert.Equal(Line(item.First), item.Second, 0.01));
    }

    // The penalty that it takes is that of the least error of leaving one out, but for the approximation.
    [Fact]
    public void Ridge_is_the_solution_of_the_normal_equations_for_some_penalty()
    {
        var random = new System.Random(3);
        double[] truth = [.. Rows.Select(row => Line(row) + 5 * random.NextDouble())];
        var predicted = Vector<double>.Build.Dense(new RidgeRegression().Predict(Rows, truth, Asked, 0));
        var scale = Standard.Of(Rows);
        var x = Matrix<double>.Build.DenseOfRows(Rows.Select(scale.Apply));
        var mean = truth.Average();
        var y = Vector<double>.Build.DenseOfEnumerable(truth.Select(value => value - mean));
        var singular = x.Svd().S;
        var unit = singular.DotProduct(singular) / singular.Count;
        var errors = Enumerable
            .Range(0, 25)
            .Select(i => unit * Math.Pow(10, 4 * (i / 12.0 - 1)))
            .Select(penalty =>
            {
                var weights = (
                    x.TransposeThisAndMultiply(x) + penalty * Matrix<double>.Build.DenseIdentity(scale.Count)
                )
                    .Inverse()
                    .Multiply(x.TransposeThisAndMultiply(y));
                return (
                    Vector<double>.Build.DenseOfEnumerable(
                        Asked.Select(row =>
                            mean + weights.DotProduct(Vector<double>.Build.Dense(scale.Apply(row)))
                        )
                    ) - predicted
                ).InfinityNorm();
            });
        Assert.InRange(errors.Min(), 0, 1e-9);
    }

    [Fact]
    public void A_forest_orders_what_no_line_can_and_draws_by_its_seed_alone()
    {
        double[] truth = [.. Rows.Select(row => Math.Abs(row[0]))];
        var forest = new RandomForest();
        var predicted = forest.Predict(Rows, truth, Asked, 4);
        var tau = new KendallTauB()
            .Compute(new Sample(predicted, [.. Asked.Select(row => Math.Abs(row[0]))]))
            .Value;
        Assert.InRange(tau!.Value, 0.8, 1);
        Assert.Equal(predicted, forest.Predict(Rows, truth, Asked, 4));
    }

    [Fact]
    public void The_best_single_feature_keeps_its_sign()
    {
        double[] truth = [.. Rows.Select(row => -Math.Exp(row[1]))];
        Assert.Equal(Asked.Select(row => -row[1]), new BestSingle().Predict(Rows, truth, Asked, 0));
    }

    private static double Line(double[] row) => 2 * row[0] - row[1] + 7;

    // Two features, a constant one, and the first again.
    private static double[][] Points(int count, int seed)
    {
        var random = new System.Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => (X: 2 * random.NextDouble() - 1, Y: random.NextDouble()))
                .Select(point => (double[])[point.X, point.Y, 3, point.X]),
        ];
    }
}
