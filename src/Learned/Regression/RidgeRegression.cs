using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Learned.Regression;

/// <summary>
/// Ridge regression on standardised features: w minimises ‖y − Xw‖² + λ‖w‖². Of the 25 penalties from 10⁻⁴
/// to 10⁴ times the mean squared singular value it takes the one with the least generalised cross-validation
/// error, n ‖y − Xw‖² / (n − 1 − Σ s²/(s² + λ))².
/// </summary>
/// <remarks>
/// Hoerl and Kennard, Technometrics 12, 1970; Golub, Heath and Wahba, Technometrics 21, 1979.
/// </remarks>
public sealed class RidgeRegression : IRegressor
{
    private const int Penalties = 25;
    private const double Span = 4;

    /// <inheritdoc/>
    public string Id => "ridge";

    /// <inheritdoc/>
    public double[] Predict(
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> accuracies,
        IReadOnlyList<double[]> asked,
        int seed
    )
    {
        var mean = accuracies.Average();
        var scale = Standard.Of(features);
        if (scale.Count == 0)
        {
            return [.. asked.Select(_ => mean)];
        }

        var x = Matrix<double>.Build.DenseOfRows(features.Select(scale.Apply));
        var y = Vector<double>.Build.DenseOfEnumerable(accuracies.Select(accuracy => accuracy - mean));
        var svd = x.Svd();
        var singular = svd.S;
        var projected = svd.U.TransposeThisAndMultiply(y).SubVector(0, singular.Count);
        var rest = y.DotProduct(y) - projected.DotProduct(projected);
        var unit = singular.DotProduct(singular) / singular.Count;
        var penalty = Enumerable
            .Range(0, Penalties)
            .Select(i => unit * Math.Pow(10, Span * (2.0 * i / (Penalties - 1) - 1)))
            .MinBy(lambda => Error(singular, projected, rest, features.Count, lambda));
        var weights = svd
            .VT.SubMatrix(0, singular.Count, 0, scale.Count)
            .TransposeThisAndMultiply(
                projected.MapIndexed(
                    (i, value) => value * singular[i] / (singular[i] * singular[i] + penalty)
                )
            );
        return
        [
            .. asked.Select(row => mean + weights.DotProduct(Vector<double>.Build.Dense(scale.Apply(row)))),
        ];
    }

    private static double Error(
        Vector<double> singular,
        Vector<double> projected,
        double rest,
        int count,
        double penalty
    )
    {
        var (left, degrees) = (rest, 0.0);
        for (var i = 0; i < singular.Count; i++)
        {
            var kept = singular[i] * singular[i] / (singular[i] * singular[i] + penalty);
            degrees += kept;
            left += Math.Pow((1 - kept) * projected[i], 2);
        }

        // One more degree of freedom is the mean's.
        return count * left / Math.Pow(count - 1 - degrees, 2);
    }
}
